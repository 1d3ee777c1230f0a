/// How styles look; the terminal's own colours and background, which the user chose to be readable.
///
/// Colours only repeat what the glyph, the place or an attribute says. Neither black nor white is
/// used, nor a bright colour: one of them is close to, or the same as, the background of many
/// palettes, dark or light.
enum Theme: Hashable, CaseIterable {
    case color
    /// Attributes only.
    case monochrome

    func look(of style: Style) -> Look {
        switch self {
        case .color: Self.colored(style)
        case .monochrome: Look(nil, Self.colorless(style))
        }
    }

    private static func colored(_ style: Style) -> Look {
        switch style {
        case .plain, .label: Look(nil)
        case .title, .figure, .key: Look(nil, .bold)
        case .frame, .faint, .link: Look(nil, .dim)
        case .informed, .pass: Look(.green)
        case .partlyInformed: Look(.yellow)
        case .missing: Look(.red)
        case .cut, .fail, .crashed: Look(.red, .bold)
        case .paused: Look(.cyan, .bold)
        // The most contrast there is, on a dark background and on a light one.
        case .useful: Look(nil, .bold)
        case .repair: Look(.magenta)
        case .redundant, .bar: Look(.cyan)
        case .warning: Look(.yellow, .underline)
        case .selected: Look(nil, .reverse)
        }
    }

    private static func colorless(_ style: Style) -> Look.Attributes {
        switch style {
        case .plain, .label, .partlyInformed, .bar, .pass: []
        case .title, .figure, .key, .informed, .cut, .useful: .bold
        case .frame, .faint, .missing, .link, .redundant: .dim
        case .repair, .warning, .paused: .underline
        case .fail, .crashed: [.bold, .underline]
        case .selected: .reverse
        }
    }
}

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
