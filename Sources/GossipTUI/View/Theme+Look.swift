/// How styles look in each theme.
///
/// Colours only repeat what the glyph, the place or an attribute says. Neither black nor white is
/// used, nor a bright colour: one of them is close to, or the same as, the background of many
/// palettes, dark or light.
extension Theme {
    func look(of style: Style) -> Look {
        switch self {
        case .terminal: Self.colored(style)
        case .highContrast: Self.contrasting(style)
        case .colorBlind: Self.redless(style)
        case .monochrome: Look(nil, Self.colorless(style))
        }
    }

    /// Nothing dim, and all that is coloured in bold.
    private static func contrasting(_ style: Style) -> Look {
        switch style {
        case .frame, .faint, .link: return Look(nil)
        case .crashed: return Look(.red, [.bold, .underline])
        case .plain, .label, .title, .figure, .key, .useful, .selected, .ghost:
            return colored(style)
        default:
            let look = colored(style)
            return Look(look.color, look.attributes.union(.bold))
        }
    }

    /// Nothing that only red or green would tell apart.
    private static func redless(_ style: Style) -> Look {
        switch style {
        case .informed, .pass, .tree: Look(.cyan, .bold)
        case .missing: Look(.magenta)
        case .cut, .fail, .crashed: Look(.magenta, .bold)
        case .paused: Look(.cyan, .underline)
        case .repair: Look(.yellow, .underline)
        case .redundant, .bar: Look(.cyan)
        default: colored(style)
        }
    }

    private static func colored(_ style: Style) -> Look {
        switch style {
        case .plain, .label, .ghost: Look(nil)
        case .title, .figure, .key: Look(nil, .bold)
        case .prediction: Look(.magenta)
        case .frame, .faint, .link: Look(nil, .dim)
        case .informed, .pass: Look(.green)
        case .partlyInformed: Look(.yellow)
        case .missing: Look(.red)
        case .cut, .fail, .crashed: Look(.red, .bold)
        case .paused: Look(.cyan, .bold)
        // The most contrast there is, on a dark background and on a light one.
        case .useful, .followed: Look(nil, .bold)
        case .tree: Look(.green, .bold)
        case .repair: Look(.magenta)
        case .redundant, .bar: Look(.cyan)
        case .warning: Look(.yellow, .underline)
        case .selected: Look(nil, .reverse)
        }
    }

    private static func colorless(_ style: Style) -> Look.Attributes {
        switch style {
        case .plain, .label, .partlyInformed, .bar, .pass, .prediction, .ghost: []
        case .title, .figure, .key, .informed, .cut, .useful, .tree: .bold
        case .frame, .faint, .missing, .link, .redundant: .dim
        case .repair, .warning, .paused, .followed: .underline
        case .fail, .crashed: [.bold, .underline]
        case .selected: .reverse
        }
    }
}
