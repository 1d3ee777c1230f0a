extension GlyphSet {
    /// What stands for `glyph` on a terminal with this set; the glyph itself where it can be shown.
    ///
    /// Views draw in Unicode and the finished screen is translated, one glyph for one, so that all
    /// sets have the same layout.
    func fallback(for glyph: Unicode.Scalar) -> Unicode.Scalar {
        if glyph.isASCII { return glyph }
        switch self {
        case .braille: return glyph
        case .blocks: return Self.block(for: glyph)
        case .ascii: return Self.ascii(for: glyph)
        }
    }

    /// What shows that a message goes from one node to another.
    var arrow: String { self == .ascii ? "->" : "→" }

    private static func block(for glyph: Unicode.Scalar) -> Unicode.Scalar {
        if let digit = digit(for: glyph) { return digit }
        return switch glyph {
        case "╭": "┌"
        case "╮": "┐"
        case "╰": "└"
        case "╯": "┘"
        case "▰": "█"
        case "▱": "░"
        case "▶": "►"
        case "◀": "◄"
        case "━": "═"
        case "┃": "█"
        case "✓": "√"
        case "╌", "┄": "─"
        case "✗": "×"
        default: glyph
        }
    }

    /// The digit that is raised in `glyph`; nil for any other glyph.
    private static func digit(for glyph: Unicode.Scalar) -> Unicode.Scalar? {
        let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺".unicodeScalars)
        return raised.firstIndex(of: glyph).map { Array("0123456789+".unicodeScalars)[$0] }
    }

    private static func ascii(for glyph: Unicode.Scalar) -> Unicode.Scalar {
        if let digit = digit(for: glyph) { return digit }
        return switch glyph {
        case "━", "═": "="
        case "┃": "#"
        case "◀": "<"
        case "─", "╌", "┄", "—", "–", "▱", "░", "·": "-"
        case "│", "┊", "‖": "|"
        case "╭", "╮", "╰", "╯", "└", "┐", "├", "┤", "┬", "┴", "┼": "+"
        case "█", "■", "▰", "▌": "#"
        case "▅", "▆", "▇", "▒": ":"
        case "▁", "▂", "▃": "."
        case "▄": ","
        case "▀": "'"
        case "▓": "%"
        case "▕": "["
        case "▏": "]"
        case "→", "▶", "›": ">"
        case "←", "‹": "<"
        case "↑": "^"
        case "↓": "v"
        case "✗": "x"
        case "✓": "+"
        case "…", "≈": "~"
        default: "?"
        }
    }
}
