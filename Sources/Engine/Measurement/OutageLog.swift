/// When nodes did not run.
public struct OutageLog: Hashable, Sendable {
    /// A time for which a node did not run.
    public struct Outage: Hashable, Sendable {
        /// The node.
        public let node: NodeID
        /// Whether it was paused or down.
        public let state: NodeState
        /// When it began.
        public let start: Instant
        /// When it ended; nil while it lasts.
        public fileprivate(set) var end: Instant?
    }

    /// What is over and was worth keeping, in the order in which it ended.
    private var past: [Outage] = []
    /// What lasts, by the node's place.
    private var current: [Outage?]

    init(nodeCount: Int) {
        current = Array(repeating: nil, count: nodeCount)
    }

    /// The outages of `node` that touch the time from `start` to `end`, in order.
    public func outages(of node: NodeID, from start: Instant, to end: Instant) -> [Outage] {
        (past.filter { $0.node == node } + [current[node.index]].compactMap(\.self))
            .filter { $0.start <= end && $0.end ?? .distantFuture >= start }
    }

    /// The nodes that are down. O(nodes).
    public var downNodes: NodeSet {
        NodeSet(current.lazy.compactMap { $0 }.filter { $0.state == .down }.map(\.node))
    }

    /// `nodes` are paused or down from `instant` on, whatever they were before.
    mutating func begin(_ nodes: NodeSet, _ state: NodeState, at instant: Instant, keepsPast: Bool)
    {
        end(nodes, at: instant, keepsPast: keepsPast)
        for node in nodes {
            current[node.index] = Outage(node: node, state: state, start: instant)
        }
    }

    /// `nodes` run from `instant` on; what was before is only kept if `keepsPast`.
    mutating func end(_ nodes: NodeSet, at instant: Instant, keepsPast: Bool) {
        for node in nodes {
            guard var outage = current[node.index] else { continue }
            current[node.index] = nil
            outage.end = instant
            if keepsPast { past.append(outage) }
        }
    }
}
