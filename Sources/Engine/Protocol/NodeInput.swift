/// The number by which a host recognises the request that a reply belongs to.
public struct RequestID: Hashable, Sendable {
    /// The host's own number.
    public let rawValue: Int

    /// The request that its host numbered `rawValue`.
    public init(_ rawValue: Int) {
        self.rawValue = rawValue
    }
}

/// A node's timers; setting one again replaces its former deadline.
public enum NodeTimer: Int, CaseIterable, Hashable, Sendable {
    /// The next batch is due.
    case batch
    /// The next exchange with random peers is due.
    case antiEntropy
}

/// What can happen to a node.
public enum NodeInput: Hashable, Sendable {
    /// The node came to life; the first input, once.
    case started
    /// A message arrived from another node, or from the node itself.
    case received(GossipMessage, from: NodeID)
    /// A timer reached the deadline it was set to.
    case timerFired(NodeTimer)
    /// A client hands over a value to spread.
    case broadcast(ValueID, RequestID)
    /// A client asks for all values held.
    case read(RequestID)
    /// From now on the node sends to these neighbours.
    case topologyChanged([NodeID])
    /// From now on the node spreads values this way.
    case protocolChanged(BroadcastProtocol)
}
