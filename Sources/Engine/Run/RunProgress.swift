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
