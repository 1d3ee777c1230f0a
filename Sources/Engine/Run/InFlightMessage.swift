/// A message on its way from one node to another.
public struct InFlightMessage: Hashable, Sendable {
    /// What the message is good for, as things stand now.
    public enum Role: Hashable, Sendable {
        /// Brings its receiver something new.
        case useful
        /// Brings its receiver nothing that it does not hold already.
        case redundant
        /// Part of an exchange with a random node, whatever it brings.
        case repair
    }

    /// Tells messages of one run apart.
    public var number: Int
    /// Who sent it.
    public var source: NodeID
    /// Who will get it; the sender itself, perhaps.
    public var destination: NodeID
    /// What it says.
    public var message: GossipMessage
    /// What it is good for.
    public var role: Role
    /// When it was sent.
    public var sentAt: Instant
    /// When it will arrive, unless a partition stops it.
    public var arrivesAt: Instant

    /// A message under way.
    public init(
        number: Int, source: NodeID, destination: NodeID, message: GossipMessage, role: Role,
        sentAt: Instant, arrivesAt: Instant
    ) {
        self.number = number
        self.source = source
        self.destination = destination
        self.message = message
        self.role = role
        self.sentAt = sentAt
        self.arrivesAt = arrivesAt
    }

    /// How much of the way is behind it at `now`, 0...1.
    public func progress(at now: Instant) -> Double {
        let whole = (arrivesAt - sentAt).inSeconds
        guard whole > 0 else { return 1 }
        return min(1, max(0, (now - sentAt).inSeconds / whole))
    }
}
