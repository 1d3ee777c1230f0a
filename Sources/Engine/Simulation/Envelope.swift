/// A message on the network: from whom, to whom, and when.
public struct Envelope: Hashable, Sendable {
    /// Tells messages of one run apart; counts up from 0 in the order of sending.
    public let number: Int
    public let source: NodeID
    public let destination: NodeID
    public let message: GossipMessage
    public let sentAt: Instant
}
