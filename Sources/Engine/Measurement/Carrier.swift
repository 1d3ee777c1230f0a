/// A message that carries the value in question, without whatever else it says.
public struct Carrier: Hashable, Sendable {
    /// The message's number in the run; a duplicate has the same.
    public let number: Int
    /// Who sent it.
    public let source: NodeID
    /// Whom it is for.
    public let destination: NodeID
    /// Why it was sent.
    public let kind: GossipMessage.Kind
    /// When it was sent.
    public let sentAt: Instant

    init(_ envelope: Envelope) {
        number = envelope.number
        source = envelope.source
        destination = envelope.destination
        kind = envelope.message.kind
        sentAt = envelope.sentAt
    }
}
