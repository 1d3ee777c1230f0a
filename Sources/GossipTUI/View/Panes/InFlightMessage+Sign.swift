import Engine

extension InFlightMessage {
    /// The sign of the message, the same as on its link in the cluster's picture.
    func sign(in glyphs: ClusterGlyphs) -> Cell {
        switch role {
        case .useful where message.valueCount > 1: Cell(glyph: glyphs.batch, style: .useful)
        case .useful: Cell(glyph: glyphs.useful, style: .useful)
        case .redundant: Cell(glyph: glyphs.redundant, style: .redundant)
        case .repair: Cell(glyph: glyphs.repair, style: .repair)
        }
    }
}
