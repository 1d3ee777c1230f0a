/// How one value came to the nodes that learned it.
public struct ValueArrivals: Hashable, Sendable {
    /// A node learned the value.
    public struct Arrival: Hashable, Sendable {
        /// The node.
        public let node: NodeID
        /// Who sent it; nil for a client.
        public let source: NodeID?
        /// Why it was sent; nil for a client's.
        public let kind: GossipMessage.Kind?
        /// For how many microseconds the message was under way, up to 71 minutes.
        private let transit: UInt32
        /// When that was.
        public let at: Instant

        /// When the message was sent; nil for a client's.
        public var sentAt: Instant? {
            source == nil ? nil : at - .microseconds(Int64(transit))
        }

        /// `node` learned the value from a client.
        public init(node: NodeID, at instant: Instant) {
            self.node = node
            (source, kind, transit) = (nil, nil, 0)
            at = instant
        }

        /// `node` learned the value from what `source` sent at `sentAt`.
        public init(
            node: NodeID, source: NodeID, kind: GossipMessage.Kind, sentAt: Instant,
            at instant: Instant
        ) {
            self.node = node
            self.source = source
            self.kind = kind
            transit = UInt32(clamping: (instant - sentAt).microseconds)
            at = instant
        }
    }

    /// The value.
    public let value: ValueID
    /// Each time that a node learned it, in order; a node that forgot it in a crash may have
    /// several.
    public let arrivals: [Arrival]

    /// The arrivals of `value`, in order; not empty.
    public init(of value: ValueID, _ arrivals: [Arrival]) {
        precondition(!arrivals.isEmpty, "a value that no node learned has no arrivals")
        self.value = value
        self.arrivals = arrivals
    }

    /// The latest arrival at each node that has one, with the hops from the node that accepted the
    /// value; entry i is node i's. O(arrivals).
    public func latest(nodeCount: Int) -> [(arrival: Arrival, hop: Int)?] {
        var latest = [(arrival: Arrival, hop: Int)?](repeating: nil, count: nodeCount)
        for arrival in arrivals {
            let hop = arrival.source.map { (latest[$0.index]?.hop ?? 0) + 1 } ?? 0
            latest[arrival.node.index] = (arrival, hop)
        }
        return latest
    }

    /// When the value was accepted.
    public var acceptedAt: Instant { arrivals[0].at }

    /// The node that accepted it.
    public var origin: NodeID { arrivals[0].node }
}
