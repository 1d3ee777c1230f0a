/// The directed links over which no message passes.
///
/// Most destinations of a partition are cut off from the same sources, so each destination refers
/// to one of a few shared source sets: memory grows with the number of different sets, not with the
/// links.
public struct BlockedLinks: Hashable, Sendable {
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
        return index >= 0 && sourceSets[Int(index)].contains(source)
    }

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

    /// The sides that the blocked links split `nodeCount` nodes into.
    ///
    /// Entry i is the side of node i, numbered from 0 in order of the lowest node. All zeros when
    /// the cluster is whole, or cut so that everyone still reaches everyone.
    public func sides(nodeCount: Int) -> [Int] {
        sideOfNode.isEmpty ? [Int](repeating: 0, count: nodeCount) : sideOfNode
    }
}
