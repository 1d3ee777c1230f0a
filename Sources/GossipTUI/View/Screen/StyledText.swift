/// One line of text in several styles.
struct StyledText: Hashable {
    /// A stretch of the line in one style.
    struct Span: Hashable {
        var text: String
        var style: Style
    }

    private(set) var spans: [Span]

    init(_ text: String, _ style: Style) {
        spans = [Span(text: text, style: style)]
    }

    private init(spans: [Span]) {
        self.spans = spans
    }

    /// No text at all.
    static let empty = StyledText(spans: [])

    static func label(_ text: String) -> StyledText { StyledText(text, .label) }

    static func figure(_ text: String) -> StyledText { StyledText(text, .figure) }

    static func faint(_ text: String) -> StyledText { StyledText(text, .faint) }

    static func + (left: StyledText, right: StyledText) -> StyledText {
        StyledText(spans: left.spans + right.spans)
    }

    static func += (left: inout StyledText, right: StyledText) { left.spans += right.spans }

    /// The parts with `separator` between them, as many of the first as fit into `columns`.
    ///
    /// Parts without text are left out.
    static func joining(
        _ parts: [StyledText], by separator: String = "  ", within columns: Int = .max
    ) -> StyledText {
        var line = StyledText.empty
        for part in parts where part.columns > 0 {
            let longer = line.columns == 0 ? part : line + .label(separator) + part
            if longer.columns > columns { break }
            line = longer
        }
        return line
    }

    /// How many cells the line takes.
    var columns: Int { spans.reduce(0) { $0 + $1.text.columns } }
}
