/// How far a run has come.
public struct RunProgress: Hashable, Sendable {
    /// The share of its simulated time that is over, 0...1.
    public let share: Double
    /// How many messages between nodes have arrived.
    public let deliveryCount: Int

    /// A run that has come so far.
    public init(share: Double, deliveryCount: Int) {
        self.share = share
        self.deliveryCount = deliveryCount
    }
}

extension Scenario {
    /// The share of the run's simulated time that is over at `now`, 0...1; 0 for a run without end.
    func share(overAt now: Instant) -> Double {
        guard let timeLimit = workload.timeLimit else { return 0 }
        let length = timeLimit + recovery
        return min(1, now.sinceStart.inSeconds / max(1e-6, length.inSeconds))
    }
}
