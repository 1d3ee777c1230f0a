/// Who learned which value, when and over how many hops: the truth about propagation.
public struct SpreadLedger: Sendable {
    /// The life of one value; a number that no node has learned yet has no life.
    private struct Entry: Sendable {
        /// The node that accepted it; nil before.
        var origin: NodeID?
        var acceptedAt = Instant.zero
        /// How many nodes hold it now.
        var holderCount = 0
        /// How long it took until no live node lacked it; nil as long as one always has.
        var latency: TimeSpan?

        /// One more node holds the value; returns how many do.
        mutating func note(_ node: NodeID, at instant: Instant) -> Int {
            if origin == nil {
                origin = node
                acceptedAt = instant
            }
            holderCount += 1
            return holderCount
        }

        /// No live node lacks the value at `instant`; returns its latency if that is the first
        /// time.
        mutating func complete(at instant: Instant) -> TimeSpan? {
            guard latency == nil else { return nil }
            latency = instant - acceptedAt
            return latency
        }
    }

    let nodeCount: Int
    /// How many nodes are not down.
    private var liveCount: Int
    /// What is known of each value. The cells are hops + 1 from the value's origin to each node; 0
    /// for a node that never held it. A node that crashed keeps them, marked, for what it sent
    /// before may arrive.
    private var entries: ValueTable<Entry, UInt16>

    private static let mostHops: UInt16 = 0x7FFF
    private static let forgotten: UInt16 = 0x8000

    init(nodeCount: Int) {
        self.nodeCount = nodeCount
        liveCount = nodeCount
        entries = ValueTable(nodeCount: nodeCount)
    }

    /// Notes that `node` learned `value` from `source` (nil: from a client), and returns the time
    /// since it was accepted if from now on, for the first time, no live node lacks it.
    mutating func learn(
        _ value: ValueID, at node: NodeID, from source: NodeID?, instant: Instant
    ) -> TimeSpan? {
        while value.index >= entries.count { entries.append(Entry(), cells: 0) }
        let hops = source.map { entries[value.index, $0.index] & Self.mostHops } ?? 0
        entries[value.index, node.index] = min(hops + 1, Self.mostHops)
        let liveCount = liveCount
        return entries.update(value.index) { entry in
            entry.note(node, at: instant) == liveCount ? entry.complete(at: instant) : nil
        }
    }

    /// Notes that `nodes`, which were alive, crashed at once, and returns the values that no live
    /// node lacks any more for the first time, with their latencies. O(values x nodes crashed).
    mutating func crash(
        _ nodes: NodeSet, at instant: Instant
    ) -> [(value: ValueID, latency: TimeSpan)] {
        let crashed = Array(nodes)
        liveCount -= crashed.count
        var complete: [(value: ValueID, latency: TimeSpan)] = []
        for index in entries.indices {
            let value = ValueID(index)
            for node in crashed where hops(of: value, to: node) != nil {
                entries[index, node.index] |= Self.forgotten
                entries.update(index) { $0.holderCount -= 1 }
            }
            let holderCount = entries[index].holderCount
            if holderCount == liveCount && holderCount > 0,
                let latency = entries.update(index, { $0.complete(at: instant) })
            {
                complete.append((value, latency))
            }
        }
        return complete
    }

    /// Notes that `nodes` are alive again, without any value.
    mutating func restart(_ nodes: NodeSet) { liveCount += nodes.count }
}

// MARK: Looking

extension SpreadLedger {
    /// One more than the highest number of a value accepted; a value that reached no node alive has
    /// a number too.
    public var valueCount: Int { entries.count }

    /// Whether some node ever held `value`.
    public func isAccepted(_ value: ValueID) -> Bool { entries[value.index].origin != nil }

    /// The hops from the origin of `value` to `node`; nil while the node lacks it.
    public func hops(of value: ValueID, to node: NodeID) -> Int? {
        guard value.index < entries.count else { return nil }
        let stored = entries[value.index, node.index]
        return stored == 0 || stored & Self.forgotten != 0 ? nil : Int(stored) - 1
    }

    /// The most hops that `value` took to any node that holds it. O(nodes).
    public func lastDeliveryHop(of value: ValueID) -> Int {
        (0..<nodeCount).lazy.compactMap { hops(of: value, to: NodeID($0)) }.max() ?? 0
    }

    /// Whether every node that is not down holds `value`.
    public func isComplete(_ value: ValueID) -> Bool {
        entries[value.index].holderCount == liveCount
    }

    /// The propagation latencies, ascending, of the values that at some moment no live node lacked.
    /// O(v log v).
    public var latencies: [TimeSpan] { entries.indices.compactMap { entries[$0].latency }.sorted() }

    /// How many values every node holds, none being down.
    public var completeCount: Int { entries.indices.count { entries[$0].holderCount == nodeCount } }

    /// The values accepted that some node lacks, be it down or not; ascending.
    public var incomplete: [ValueID] {
        entries.indices.map(ValueID.init).filter {
            isAccepted($0) && entries[$0.index].holderCount < nodeCount
        }
    }

    /// How far `value`, which is accepted, has spread. O(nodes).
    public func spread(of value: ValueID) -> ValueSpread {
        let entry = entries[value.index]
        let nodes = (0..<nodeCount).lazy.map(NodeID.init)
        return ValueSpread(
            value: value, origin: entry.origin ?? NodeID(0), acceptedAt: entry.acceptedAt,
            holders: NodeSet(nodes.filter { hops(of: value, to: $0) != nil }))
    }

    /// How many values from `start` on some live node lacks. O(values from `start` on).
    func incompleteCount(from start: Int) -> Int {
        (min(start, entries.count)..<entries.count).count(where: isIncomplete)
    }

    /// The first value from `start` on that some live node lacks, and when it was accepted; nil
    /// when there is none. O(values from `start` on) at worst.
    func firstIncomplete(from start: Int) -> (value: ValueID, acceptedAt: Instant)? {
        (min(start, entries.count)..<entries.count).first(where: isIncomplete)
            .map { (ValueID($0), entries[$0].acceptedAt) }
    }

    /// Whether some live node lacks an accepted value.
    private func isIncomplete(_ index: Int) -> Bool {
        let entry = entries[index]
        return entry.origin != nil && entry.holderCount < liveCount
    }
}
