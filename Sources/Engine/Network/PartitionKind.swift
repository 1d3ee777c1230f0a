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

    /// The largest cluster that can be cut in this way.
    ///
    /// Two groups can be told apart in any cluster; in a ring every node has a set of its own.
    public var largestNodeCount: Int { self == .majoritiesRing ? 5_000 : .max }

    /// The kinds by which a cluster of `nodeCount` nodes can be cut, in the order of `allCases`.
    public static func kinds(nodeCount: Int) -> [PartitionKind] {
        allCases.filter { nodeCount <= $0.largestNodeCount }
    }

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
    /// connected one it does not hear, ties broken at random. O(n²) on average.
    private static func stochasticRing(nodeCount: Int, random: inout RandomStream) -> [NodeSet] {
        let majority = nodeCount / 2 + 1
        var audible = (0..<nodeCount).map { NodeSet([NodeID($0)]) }
        var connections = ConnectionCounts(nodeCount: nodeCount)
        while connections.lowest < majority {
            let first = connections.randomLowest(using: &random)
            let second = connections.randomLowest(using: &random) {
                !audible[first.index].contains($0)
            }
            guard let second else { return audible }
            audible[first.index].insert(second)
            audible[second.index].insert(first)
            connections.increment(first)
            connections.increment(second)
        }
        return audible
    }
}

/// Nodes by how many connections each has, itself included.
private struct ConnectionCounts {
    /// Entry c holds the nodes with c connections, in an order of no meaning.
    private var nodes: [[NodeID]]
    private var counts: [Int]
    /// Where each node stands in its list.
    private var places: [Int]
    /// The fewest connections that any node has.
    private(set) var lowest = 1

    init(nodeCount: Int) {
        nodes = Array(repeating: [], count: nodeCount + 2)
        nodes[1] = (0..<nodeCount).map(NodeID.init)
        counts = Array(repeating: 1, count: nodeCount)
        places = Array(0..<nodeCount)
    }

    /// A random one of the nodes with the fewest connections.
    func randomLowest(using random: inout RandomStream) -> NodeID {
        nodes[lowest][random.integer(below: nodes[lowest].count)]
    }

    /// A random one of the nodes with the fewest connections among those that `isEligible`.
    func randomLowest(
        using random: inout RandomStream, where isEligible: (NodeID) -> Bool
    ) -> NodeID? {
        for list in nodes[lowest...] where !list.isEmpty {
            let start = random.integer(below: list.count)
            if let node = list[start...].first(where: isEligible)
                ?? list[..<start].first(where: isEligible)
            {
                return node
            }
        }
        return nil
    }

    mutating func increment(_ node: NodeID) {
        let count = counts[node.index]
        if let last = nodes[count].popLast(), last != node {
            nodes[count][places[node.index]] = last
            places[last.index] = places[node.index]
        }
        counts[node.index] = count + 1
        places[node.index] = nodes[count + 1].count
        nodes[count + 1].append(node)
        while nodes[lowest].isEmpty { lowest += 1 }
    }
}
