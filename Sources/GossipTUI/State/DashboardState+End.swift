extension DashboardState {
    /// What the measurements of a run may take, in bytes.
    private static let mostBytes = 600_000_000

    /// How many values a run of this cluster may have: who knows which, since when and what reads
    /// showed of it takes about 110 bytes for a value, and 6 for each node.
    var mostValues: Int { Self.mostBytes / (110 + 6 * snapshot.neighbors.count) }

    /// Whether the run has as many values as memory should hold.
    var isFull: Bool { snapshot.valueCount >= mostValues }

    /// Whether time passes no more.
    var isOver: Bool { snapshot.phase == .finished || isFull }
}
