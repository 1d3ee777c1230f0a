/// The directed links over which no message passes.
///
/// Most destinations of a partition are cut off from the same sources, so each destination refers
/// to one of a few shared source sets: memory grows with the number of different sets, not with the
/// links.
public struct BlockedLinks: Hashable, Sendable {
    private var sourceSets: [NodeSet] = []
    /// `sourceSetIndex[i]` says which set of sources is blocked towards node i; -1 for none. Empty
    /// when nothing is blocked.
    private var sourceSetIndex: [Int32] = []

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

    /// Every link between two disjoint groups of nodes, both ways.
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
        return links
    }

    /// The links between the first `count` of `nodes` and the others; `nodes` are all of the
    /// cluster.
    static func halves(of nodes: [NodeID], splitAt count: Int) -> BlockedLinks {
        between(nodes.prefix(count), nodes.dropFirst(count), nodeCount: nodes.count)
    }

    /// Every link but those from `audible[i]` to node i; `audible[i]` contains i.
    static func allBut(_ audible: [NodeSet]) -> BlockedLinks {
        var links = BlockedLinks()
        links.sourceSets = audible.map { $0.complement(nodeCount: audible.count) }
        links.sourceSetIndex = links.sourceSets.indices.map(Int32.init)
        return links.sourceSets.allSatisfy(\.isEmpty) ? .none : links
    }

    /// The sides that the blocked links split `nodeCount` nodes into.
    ///
    /// Entry i is the side of node i, numbered from 0 in order of the lowest node. Two nodes are on
    /// one side when messages pass both ways between them, at once or by way of other nodes. All
    /// zeros when the cluster is whole, or cut so that everyone still reaches everyone. O(n²).
    public func sides(nodeCount: Int) -> [Int] {
        guard !isEmpty else { return [Int](repeating: 0, count: nodeCount) }
        var sides = [Int](repeating: -1, count: nodeCount)
        var next = 0
        for start in 0..<nodeCount where sides[start] < 0 {
            var frontier = [start]
            sides[start] = next
            while let node = frontier.popLast() {
                for other in 0..<nodeCount
                where sides[other] < 0 && !isCutEitherWay(NodeID(node), NodeID(other)) {
                    sides[other] = next
                    frontier.append(other)
                }
            }
            next += 1
        }
        return sides
    }

    /// Calls `body` with the sources blocked towards each destination that has any, in order.
    func forEachGroup(_ body: (_ sources: NodeSet, _ destination: NodeID) -> Void) {
        for (destination, index) in sourceSetIndex.enumerated() where index >= 0 {
            body(sourceSets[Int(index)], NodeID(destination))
        }
    }

    private func isCutEitherWay(_ one: NodeID, _ other: NodeID) -> Bool {
        contains(from: one, to: other) || contains(from: other, to: one)
    }
}
