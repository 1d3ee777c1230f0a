import Engine

/// What a person's file says about the dashboard; nil where it says nothing.
struct Configuration: Hashable {
    var theme: Theme?
    var glyphs: GlyphSet?
    var speed: Speed?
    /// Frames a second, 1...60.
    var framesPerSecond: Int?
    /// What runs in place of the opening scene.
    var scenario: OpeningScenario?
    var keys = KeyTable.standard
}
