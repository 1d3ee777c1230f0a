import Engine

/// Whether the cluster's time passes as fast as it should.
struct PaceMeter {
    /// A judgement is about so much wall time.
    private static let window = Duration.milliseconds(500)
    /// What counts as holding the pace, as a share of it: frames are cut off at any moment.
    private static let tolerance = 0.9

    private var wanted = TimeSpan.zero
    private var got = TimeSpan.zero
    private var elapsed = Duration.zero
    /// The pace of late, as a multiple of the wall clock's, if it is less than it should be.
    private(set) var heldSpeed: Double?

    /// Takes in a frame: how much of the cluster's time should have passed, and how much did, in so
    /// much wall time.
    mutating func note(wanted: TimeSpan, got: TimeSpan, in elapsed: Duration) {
        self.wanted = self.wanted + wanted
        self.got = self.got + got
        self.elapsed += elapsed
        guard self.elapsed >= Self.window else { return }
        let isHeld = self.got.inSeconds >= Self.tolerance * self.wanted.inSeconds
        heldSpeed = isHeld ? nil : self.got.inSeconds / (self.elapsed / .seconds(1))
        (self.wanted, self.got, self.elapsed) = (.zero, .zero, .zero)
    }
}
