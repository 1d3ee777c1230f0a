/// What the network does to messages between nodes.
public struct NetworkModel: Hashable, Sendable {
    /// How deliveries are scheduled.
    public enum Delivery: String, CaseIterable, Hashable, Sendable {
        /// As Maelstrom does it: one queue and one delivering thread per receiver.
        ///
        /// The thread takes the message that is due first and then sleeps until it is due, so a
        /// later one that is due earlier waits behind it, client requests included. A partition
        /// stops a message when the thread takes it.
        case maelstrom
        /// Every message on its own: it arrives when its latency is over, and client requests at
        /// once.
        ///
        /// A partition stops a message when it is sent and again when it would arrive, so nothing
        /// crosses while it stands, not even what was under way when it began.
        case ideal
    }

    /// How deliveries are scheduled.
    public var delivery = Delivery.maelstrom
    /// How long a message is under way.
    public var latency = LatencyModel(meanMilliseconds: 100)
    /// The means that take the place of the one in `latency`, by the groups of sender and receiver;
    /// nil when all links are alike.
    public var latencyMap: LatencyMap?
    /// The share of messages that vanish on the way, 0...1.
    public var loss = 0.0

    /// 100 ms, nothing lost, delivered as Maelstrom does.
    public init() {}

    /// How long messages from `source` to `destination` are under way, faults and queues aside.
    public func latency(from source: NodeID, to destination: NodeID) -> LatencyModel {
        guard let latencyMap else { return latency }
        var latency = latency
        latency.meanMilliseconds = latencyMap.meanMilliseconds(from: source, to: destination)
        return latency
    }
}
