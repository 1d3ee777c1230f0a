/// A message on the network: from whom, to whom, and when.
public struct Envelope: Hashable, Sendable {
    /// Tells messages of one run apart, but not a message from its duplicate; counts up from 0 in
    /// the order of sending.
    public let number: Int
    /// Who sent it.
    public let source: NodeID
    /// Whom it is for; the sender itself, perhaps.
    public let destination: NodeID
    /// What it says.
    public let message: GossipMessage
    /// When it was sent.
    public let sentAt: Instant
}
