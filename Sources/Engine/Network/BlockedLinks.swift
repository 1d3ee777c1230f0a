/// The directed links over which no message passes; a node's link to itself is never one of them.
///
/// Most destinations of a partition are cut off from the same sources, so each destination refers
/// to one of a few shared source sets: memory grows with the number of different sets, not with the
/// links.
public struct BlockedLinks: Hashable, Sendable {
    /// A destination that is itself in its set still hears itself.
    private(set) var sourceSets: [NodeSet] = []
    /// `sourceSetIndex[i]` says which set of sources is blocked towards node i; -1 for none. Empty
    /// when nothing is blocked.
    private(set) var sourceSetIndex: [Int32] = []
    /// The side of each node, as `sides(nodeCount:)` has it; empty when all are on one.
    private var sideOfNode: [Int] = []

    /// Nothing blocked.
    public static let none = BlockedLinks()

    /// Whether nothing is blocked.
    public var isEmpty: Bool { sourceSetIndex.isEmpty }

    /// Whether messages from `source` to `destination` are dropped.
    public func contains(from source: NodeID, to destination: NodeID) -> Bool {
        guard !sourceSetIndex.isEmpty else { return false }
        let index = sourceSetIndex[destination.index]
        return index >= 0 && sourceSets[Int(index)].contains(source) && source != destination
    }

    /// The blocked links as pairs of sets: nothing passes from any of the sources to any of the
    /// destinations, but for what a node sends to itself. Each destination is in one pair.
    public var pairs: [(sources: NodeSet, destinations: NodeSet)] {
        var destinations = sourceSets.map { _ in NodeSet() }
        for (node, index) in sourceSetIndex.enumerated() where index >= 0 {
            destinations[Int(index)].insert(NodeID(node))
        }
        return zip(sourceSets, destinations).filter { !$1.isEmpty }
            .map { (sources: $0, destinations: $1) }
    }

    /// The sides that the blocked links split `nodeCount` nodes into: nodes that still reach each
    /// other both ways, perhaps by way of others, are on one.
    ///
    /// Entry i is the side of node i, numbered from 0 in order of the lowest node. All zeros when
    /// the cluster is whole, or cut so that everyone still reaches everyone.
    public func sides(nodeCount: Int) -> [Int] {
        sideOfNode.isEmpty ? [Int](repeating: 0, count: nodeCount) : sideOfNode
    }
}

// MARK: Cuts

extension BlockedLinks {
    /// Every link between two groups of nodes, both ways; each node is in one of them.
    public static func between(
        _ left: some Sequence<NodeID>, _ right: some Sequence<NodeID>, nodeCount: Int
    ) -> BlockedLinks {
        let leftSet = NodeSet(left)
        let rightSet = NodeSet(right)
        var links = BlockedLinks()
        guard !leftSet.isEmpty && !rightSet.isEmpty else { return links }
        links.sourceSets = [leftSet, rightSet]
        links.sourceSetIndex = (0..<nodeCount).map {
            if leftSet.contains(NodeID($0)) { return 1 }
            return rightSet.contains(NodeID($0)) ? 0 : -1
        }
        // The lowest node is on side 0, whichever group it belongs to.
        let isLeftFirst = leftSet.contains(NodeID(0))
        links.sideOfNode = (0..<nodeCount).map {
            leftSet.contains(NodeID($0)) == isLeftFirst ? 0 : 1
        }
        return links
    }

    /// The links between the first `count` of `nodes` and the others; `nodes` are all of the
    /// cluster.
    static func halves(of nodes: [NodeID], splitAt count: Int) -> BlockedLinks {
        between(nodes.prefix(count), nodes.dropFirst(count), nodeCount: nodes.count)
    }

    /// Every link but those from `audible[i]` to node i.
    ///
    /// `audible[i]` contains i and a majority of the nodes, so everyone still reaches everyone, at
    /// once or by way of others.
    static func allBut(_ audible: [NodeSet]) -> BlockedLinks {
        var links = BlockedLinks()
        links.sourceSets = audible.map { $0.complement(nodeCount: audible.count) }
        links.sourceSetIndex = links.sourceSets.indices.map(Int32.init)
        return links.sourceSets.allSatisfy(\.isEmpty) ? .none : links
    }

    /// The links of `group` in a cluster of `nodeCount` nodes. O(nodes).
    init(_ group: LinkGroup, nodeCount: Int) {
        let sources = group.sources.nodes(nodeCount: nodeCount)
        let destinations = group.destinations.nodes(nodeCount: nodeCount)
        let sets = [sources, destinations, sources.union(destinations)]
        let counts = sets.map(\.count)
        let indices = (0..<nodeCount).map(NodeID.init).map { node -> Int32 in
            let hearsSources = destinations.contains(node)
            let hearsDestinations = group.isMutual && sources.contains(node)
            guard hearsSources || hearsDestinations else { return -1 }
            let index = hearsSources && hearsDestinations ? 2 : hearsSources ? 0 : 1
            let others = counts[index] - (sets[index].contains(node) ? 1 : 0)
            return others > 0 ? Int32(index) : -1
        }
        guard indices.contains(where: { $0 >= 0 }) else { return }
        sourceSets = sets
        sourceSetIndex = indices
        findSides()
    }

    /// The links that any of `cuts` blocks. O(cuts x nodes), and O(classes²) for c classes of nodes
    /// that all cuts treat alike.
    static func union(of cuts: [BlockedLinks]) -> BlockedLinks {
        let blocking = cuts.filter { !$0.isEmpty }
        guard let first = blocking.first else { return .none }
        if blocking.count == 1 { return first }
        var union = blocking.dropFirst().reduce(first) { $0.merged(with: $1) }
        union.findSides()
        return union
    }

    /// These links and `other`, both not empty, without their sides. Destinations that shared a set
    /// of sources in both go on sharing one.
    private func merged(with other: BlockedLinks) -> BlockedLinks {
        struct Pair: Hashable {
            let left: Int32
            let right: Int32
        }
        var merged = BlockedLinks()
        var indexOfPair = [Pair(left: -1, right: -1): Int32(-1)]
        merged.sourceSetIndex = zip(sourceSetIndex, other.sourceSetIndex).map { left, right in
            let pair = Pair(left: left, right: right)
            if let index = indexOfPair[pair] { return index }
            let leftSet = left < 0 ? NodeSet() : sourceSets[Int(left)]
            let rightSet = right < 0 ? NodeSet() : other.sourceSets[Int(right)]
            let index = Int32(merged.sourceSets.count)
            merged.sourceSets.append(leftSet.union(rightSet))
            indexOfPair[pair] = index
            return index
        }
        return merged
    }

    private mutating func findSides() {
        let sides = SideSearch(sourceSets: sourceSets, sourceSetIndex: sourceSetIndex).sides
        sideOfNode = sides.contains { $0 > 0 } ? sides : []
    }
}
