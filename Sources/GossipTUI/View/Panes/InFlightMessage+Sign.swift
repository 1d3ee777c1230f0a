import Engine

extension InFlightMessage {
    /// What the message is good for, as a sign on its link in the cluster's picture.
    func sign(in glyphs: ClusterGlyphs) -> Cell {
        switch role {
        case .useful where message.valueCount > 1: Cell(glyph: glyphs.batch, style: .useful)
        case .useful: Cell(glyph: glyphs.useful, style: .useful)
        case .redundant: Cell(glyph: glyphs.redundant, style: .redundant)
        case .repair: Cell(glyph: glyphs.repair, style: .repair)
        }
    }
}

extension InFlightMessage.Fate {
    /// What keeps a message from its receiver, as a sign and a word; nil when nothing does.
    func hindrance(in glyphs: ClusterGlyphs) -> (sign: Cell, word: String)? {
        switch self {
        case .arrives: nil
        case .waits: (Cell(glyph: glyphs.paused, style: .paused), "waits")
        case .lost: (Cell(glyph: glyphs.down, style: .crashed), "lost")
        case .cut: (Cell(glyph: glyphs.cut, style: .cut), "cut")
        }
    }
}
