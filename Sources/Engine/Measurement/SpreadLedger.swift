/// Who learned which value, when and over how many hops: the truth about propagation.
public struct SpreadLedger: Sendable {
    /// The life of one value; a number that no node has learned yet has no life.
    private struct Entry: Sendable {
        var origin = NodeID(0)
        var acceptedAt = Instant.zero
        var holderCount = 0
        var lastLearnedAt = Instant.zero

        /// One more node holds the value; returns how many do.
        mutating func note(_ node: NodeID, at instant: Instant) -> Int {
            if holderCount == 0 {
                origin = node
                acceptedAt = instant
            }
            holderCount += 1
            lastLearnedAt = instant
            return holderCount
        }
    }

    let nodeCount: Int
    /// One entry per value, in the order of their numbers.
    private var entries: [Entry] = []
    /// Hops + 1 from the value's origin to each node, `nodeCount` per value; 0 while the node lacks
    /// it.
    private var hopsPlusOne: [UInt16] = []

    init(nodeCount: Int) {
        self.nodeCount = nodeCount
    }

    /// Notes that `node` learned `value` from `source` (nil: from a client), and returns the time
    /// since it was accepted if `node` was the last to learn it.
    mutating func learn(
        _ value: ValueID, at node: NodeID, from source: NodeID?, instant: Instant
    ) -> TimeSpan? {
        if value.index >= entries.count { makeRoom(for: value) }
        let hops = source.map { hopsPlusOne[slot(value, $0)] } ?? 0
        hopsPlusOne[slot(value, node)] = hops == .max ? .max : hops + 1
        let holderCount = entries[value.index].note(node, at: instant)
        return holderCount == nodeCount ? instant - entries[value.index].acceptedAt : nil
    }

    private mutating func makeRoom(for value: ValueID) {
        let missing = value.index + 1 - entries.count
        entries.append(contentsOf: repeatElement(Entry(), count: missing))
        hopsPlusOne.append(contentsOf: repeatElement(0, count: missing * nodeCount))
    }

    /// How many values were accepted.
    public var valueCount: Int { entries.count }

    /// The hops from the origin of `value` to `node`; nil while the node lacks it.
    public func hops(of value: ValueID, to node: NodeID) -> Int? {
        guard value.index < entries.count else { return nil }
        let stored = hopsPlusOne[slot(value, node)]
        return stored == 0 ? nil : Int(stored) - 1
    }

    /// The most hops that `value` took to any node that holds it. O(nodes).
    public func lastDeliveryHop(of value: ValueID) -> Int {
        let row = hopsPlusOne[value.index * nodeCount..<(value.index + 1) * nodeCount]
        return max(0, Int(row.max() ?? 0) - 1)
    }

    /// Whether every node holds `value`.
    public func isComplete(_ value: ValueID) -> Bool {
        entries[value.index].holderCount == nodeCount
    }

    /// The propagation latencies of the complete values, ascending. O(v log v).
    public var latencies: [TimeSpan] {
        entries.lazy.filter { [nodeCount] in $0.holderCount == nodeCount }
            .map { $0.lastLearnedAt - $0.acceptedAt }
            .sorted()
    }

    /// The values that some node holds and some node lacks, ascending.
    public var incomplete: [ValueID] {
        entries.indices.map(ValueID.init).filter {
            entries[$0.index].holderCount > 0 && !isComplete($0)
        }
    }

    /// How far `value` has spread. O(nodes).
    public func spread(of value: ValueID) -> ValueSpread {
        let entry = entries[value.index]
        let nodes = (0..<nodeCount).lazy.map(NodeID.init)
        return ValueSpread(
            value: value, origin: entry.origin, acceptedAt: entry.acceptedAt,
            holders: NodeSet(nodes.filter { hops(of: value, to: $0) != nil }))
    }

    /// When the first value from `start` on that some node holds and some node lacks was accepted;
    /// nil when there is none. O(values from `start` on) at worst.
    func acceptanceOfFirstIncomplete(from start: Int) -> Instant? {
        entries[min(start, entries.count)...]
            .first { $0.holderCount > 0 && $0.holderCount < nodeCount }?.acceptedAt
    }

    private func slot(_ value: ValueID, _ node: NodeID) -> Int {
        value.index * nodeCount + node.index
    }
}
