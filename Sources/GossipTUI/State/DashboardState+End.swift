import Engine

extension DashboardState {
    /// What the measurements of a run may take, in bytes.
    private static let mostBytes = 600_000_000

    /// How many values a run of this cluster may have: who knows which, since when and what reads
    /// showed of it takes about 110 bytes for a value, and 6 for each node.
    var mostValues: Int { Self.mostBytes / (110 + 6 * snapshot.neighbors.count) }

    /// Whether the run has as many values as memory should hold.
    var isFull: Bool { snapshot.valueCount >= mostValues }

    /// How far the run has come; in a race both, and so the one that is behind.
    var phase: RunPhase {
        guard let rival = race?.rival.phase, snapshot.phase == .finished else {
            return snapshot.phase
        }
        return rival
    }

    /// What the clock shows: in a race one cluster may run on when the other is done.
    var now: Instant { max(snapshot.now, race?.rival.now ?? .zero) }

    /// Whether time passes no more.
    var isOver: Bool { phase == .finished || isFull }
}
