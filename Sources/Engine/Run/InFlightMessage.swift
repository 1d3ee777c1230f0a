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

    /// What will become of the message, if the faults in force last.
    public enum Fate: Hashable, Sendable {
        /// Its receiver will take it.
        case arrives
        /// It waits, or will wait, until its receiver goes on: that is paused.
        case waits
        /// It will be lost at its receiver, which is down.
        case lost
        /// A blocked link will stop it.
        case cut
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
    /// When it will arrive, if it does; in the past for one that waits at its receiver.
    public var arrivesAt: Instant
    /// What will become of it.
    public var fate: Fate

    /// A message under way; it will arrive unless told otherwise.
    public init(
        number: Int, source: NodeID, destination: NodeID, message: GossipMessage, role: Role,
        sentAt: Instant, arrivesAt: Instant, fate: Fate = .arrives
    ) {
        self.number = number
        self.source = source
        self.destination = destination
        self.message = message
        self.role = role
        self.sentAt = sentAt
        self.arrivesAt = arrivesAt
        self.fate = fate
    }

    /// How much of the way is behind it at `now`, 0...1.
    public func progress(at now: Instant) -> Double {
        let whole = (arrivesAt - sentAt).inSeconds
        guard whole > 0 else { return 1 }
        return min(1, max(0, (now - sentAt).inSeconds / whole))
    }
}
