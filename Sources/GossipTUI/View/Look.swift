/// What a terminal is told about a cell beside its glyph.
struct Look: Hashable {
    /// The foreground; nil is the terminal's own.
    let color: Color?
    let attributes: Attributes

    init(_ color: Color?, _ attributes: Attributes = []) {
        self.color = color
        self.attributes = attributes
    }

    /// The colours that every colour terminal has, numbered as it numbers them.
    enum Color: Int16, CaseIterable, Hashable {
        case red = 1
        case green = 2
        case yellow = 3
        case magenta = 5
        case cyan = 6
    }

    struct Attributes: OptionSet, Hashable {
        let rawValue: UInt8

        static let bold = Attributes(rawValue: 1)
        static let dim = Attributes(rawValue: 2)
        static let underline = Attributes(rawValue: 4)
        static let reverse = Attributes(rawValue: 8)
    }
}
