/// One fact of a run.
public enum TraceEvent: Hashable, Sendable {
    /// A node put a message on the network.
    case sent(Envelope)
    /// The message reached its destination; what it taught follows.
    case delivered(Envelope)
    /// The message will never arrive.
    case dropped(Envelope, DropReason)
    /// A node got a value it did not hold, from a node or (nil) from a client.
    case learned(NodeID, ValueID, from: NodeID?)
    /// A client asked something of its node.
    case invoked(ClientOperation)
    /// The client got its answer; a read returns what the node holds at this moment.
    case completed(ClientOperation)
    /// The client gave up waiting; nobody knows whether it happened.
    case timedOut(ClientOperation)
    /// The cluster was re-wired.
    case topologyChanged(Topology)
    /// The nodes now spread values in another way.
    case protocolChanged(BroadcastProtocol)
    /// Messages sent from now on travel in this way.
    case networkChanged(NetworkModel)
    /// Clients now work at this rate, in operations per second.
    case rateChanged(Double)
    /// These faults now strike at random, in place of those before.
    case nemesisChanged(Nemesis)
    /// These links are blocked, in place of those before.
    case partitioned(BlockedLinks)
    /// No link is blocked any more.
    case healed
    /// These faults of links are in force besides cuts, in place of those before.
    case impaired([Fault])
    /// A second copy of the message is under way.
    case duplicated(Envelope)
    /// These nodes crashed, at one stroke.
    case killed(NodeSet)
    /// These nodes started anew, with nothing.
    case restarted(NodeSet)
    /// These nodes stand still.
    case paused(NodeSet)
    /// These nodes go on; what they take of what waited follows.
    case resumed(NodeSet)
    /// The run entered a phase.
    case entered(RunPhase)
}

/// What receives a run's trace, in order.
public protocol TraceSink: Sendable {
    /// Takes in one fact that happened at `instant`.
    mutating func record(_ event: TraceEvent, at instant: Instant)
}

/// A sink that keeps nothing.
public struct NoTrace: TraceSink {
    /// A sink; all are alike.
    public init() {}

    public mutating func record(_ event: TraceEvent, at instant: Instant) {}
}

/// A sink that keeps everything.
public struct RecordedTrace: TraceSink, Hashable {
    /// A fact and when it happened.
    public struct Entry: Hashable, Sendable {
        /// When it happened.
        public let instant: Instant
        /// What happened.
        public let event: TraceEvent
    }

    /// All facts so far, in order.
    public private(set) var entries: [Entry] = []

    /// An empty trace.
    public init() {}

    public mutating func record(_ event: TraceEvent, at instant: Instant) {
        entries.append(Entry(instant: instant, event: event))
    }

    /// Hands out the facts so far, which are then forgotten.
    mutating func takeEntries() -> [Entry] {
        let taken = entries
        entries = []
        return taken
    }
}
