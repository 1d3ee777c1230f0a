/// The ways in which Maelstrom's partition nemesis cuts a cluster; the names are its own.
public enum PartitionKind: String, CaseIterable, Hashable, Sendable {
    /// One random node is cut off from the rest.
    case one
    /// Fewer than a third of the nodes, drawn at random, are cut off.
    case minorityThird = "minority-third"
    /// Two random halves; the smaller has floor(n/2) nodes.
    case majority
    /// Every node still hears a majority, no two the same one.
    case majoritiesRing = "majorities-ring"

    /// The links that a partition of this kind blocks in a cluster of `nodeCount` nodes.
    func blockedLinks(nodeCount: Int, random: inout RandomStream) -> BlockedLinks {
        var nodes = (0..<nodeCount).map(NodeID.init)
        random.shuffle(&nodes)
        switch self {
        case .one: return .between(nodes.prefix(1), nodes.dropFirst(), nodeCount: nodeCount)
        case .minorityThird: return .halves(of: nodes, splitAt: (nodeCount - 1) / 3)
        case .majority: return .halves(of: nodes, splitAt: nodeCount / 2)
        case .majoritiesRing:
            let audible =
                nodeCount <= 5
                ? Self.exactRing(shuffled: nodes)
                : Self.stochasticRing(nodeCount: nodeCount, random: &random)
            return .allBut(audible)
        }
    }

    /// Entry i holds the nodes that node i hears: a window of a majority, with i in the middle of
    /// it.
    private static func exactRing(shuffled nodes: [NodeID]) -> [NodeSet] {
        let majority = nodes.count / 2 + 1
        var audible = [NodeSet](repeating: NodeSet(), count: nodes.count)
        for start in nodes.indices {
            let window = (start..<start + majority).map { nodes[$0 % nodes.count] }
            audible[window[majority / 2].index] = NodeSet(window)
        }
        return audible
    }

    /// Entry i holds the nodes that node i hears; hearing is mutual.
    ///
    /// As Jepsen does it: while the least connected node hears no majority, link it to the least
    /// connected one it does not hear, ties broken at random. O(n³), so large clusters take a
    /// moment.
    private static func stochasticRing(nodeCount: Int, random: inout RandomStream) -> [NodeSet] {
        let majority = nodeCount / 2 + 1
        var audible = (0..<nodeCount).map { NodeSet([NodeID($0)]) }
        var degrees = [Int](repeating: 1, count: nodeCount)
        var order = Array(0..<nodeCount)
        while true {
            random.shuffle(&order)
            guard let first = order.min(by: { degrees[$0] < degrees[$1] }),
                degrees[first] < majority,
                let second = order.filter({ !audible[first].contains(NodeID($0)) })
                    .min(by: { degrees[$0] < degrees[$1] })
            else { return audible }
            audible[first].insert(NodeID(second))
            audible[second].insert(NodeID(first))
            degrees[first] += 1
            degrees[second] += 1
        }
    }
}
