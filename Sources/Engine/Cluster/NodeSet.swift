import BitCollections

/// A set of nodes as one bit each.
public struct NodeSet: Hashable, Sendable {
    private var bits = BitSet()

    /// The empty set.
    public init() {}

    /// The set of `nodes`.
    public init(_ nodes: some Sequence<NodeID>) {
        for node in nodes { bits.insert(node.index) }
    }

    /// How many nodes the set holds. O(highest index / 64).
    public var count: Int { bits.count }

    /// Whether the set holds no node.
    public var isEmpty: Bool { bits.isEmpty }

    /// Whether the set holds `node`.
    public func contains(_ node: NodeID) -> Bool { bits.contains(node.index) }

    /// Adds `node`.
    public mutating func insert(_ node: NodeID) { bits.insert(node.index) }

    /// Takes out `node`, if it is there.
    public mutating func remove(_ node: NodeID) { bits.remove(node.index) }

    /// The nodes in this set or in `other`.
    public func union(_ other: NodeSet) -> NodeSet {
        var union = self
        union.bits.formUnion(other.bits)
        return union
    }

    /// The nodes 0..<`nodeCount` that are not in this set.
    public func complement(nodeCount: Int) -> NodeSet {
        var complement = NodeSet()
        complement.bits = BitSet(0..<nodeCount).subtracting(bits)
        return complement
    }
}

extension NodeSet: Sequence {
    /// Walks over the nodes in ascending order.
    public struct Iterator: IteratorProtocol {
        fileprivate var bits: BitSet.Iterator

        public mutating func next() -> NodeID? { bits.next().map(NodeID.init) }
    }

    public func makeIterator() -> Iterator { Iterator(bits: bits.makeIterator()) }
}
