import Engine

extension NodeState {
    /// What stands for a node in this state; nil for one that runs.
    func sign(in glyphs: ClusterGlyphs) -> Cell? {
        switch self {
        case .running: nil
        case .paused: Cell(glyph: glyphs.paused, style: .paused)
        case .down: Cell(glyph: glyphs.down, style: .crashed)
        }
    }
}
