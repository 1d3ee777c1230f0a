/// What the network does to messages between nodes.
public struct NetworkModel: Hashable, Sendable {
    /// How deliveries are scheduled.
    public enum Delivery: String, CaseIterable, Hashable, Sendable {
        /// Every message on its own: it arrives when its latency is over.
        case ideal
    }

    /// How deliveries are scheduled.
    public var delivery = Delivery.ideal
    /// How long a message is under way.
    public var latency = LatencyModel(meanMilliseconds: 100)
    /// The share of messages that vanish on the way, 0...1.
    public var loss = 0.0

    /// 100 ms, nothing lost.
    public init() {}
}
