/// The shape of the links along which nodes disseminate.
///
/// `grid`, `line`, `total` and the trees are Maelstrom's, node for node; `ring`, `star` and `heap`
/// are ours besides. All but `heap` are undirected.
public enum Topology: String, CaseIterable, Hashable, Sendable {
    /// Rows of ceil(sqrt n) nodes, four neighbours each; the last row may be shorter.
    case grid
    /// Each node linked to the one before and the one after it.
    case line
    /// Each node linked to every other.
    case total
    /// A tree in heap order, two children per node; Maelstrom's `tree` is the same.
    case tree2
    /// A tree in heap order, three children per node.
    case tree3
    /// A tree in heap order, four children per node.
    case tree4
    /// A line whose ends are linked.
    case ring
    /// `n0` linked to every other node.
    case star
    /// Node i sends to (2i+1) mod n and (2i+2) mod n: directed, and no tree.
    ///
    /// A generalised de Bruijn graph with 2n arcs and diameter ceil(log2 n). The modulus makes
    /// nodes n-1 and n-2 neighbours of themselves.
    case heap

    /// The largest cluster that can be linked in this way: `total` has n² links, and a broadcast
    /// crosses them all.
    public var largestNodeCount: Int { self == .total ? 1_000 : .max }

    /// Whether a link from a to b implies one from b to a.
    public var isUndirected: Bool { self != .heap }

    /// The neighbour lists for `nodeCount` nodes: entry i holds the nodes that node i sends to.
    ///
    /// Ascending and without i itself, but for `heap`, which gives (2i+1) mod n before (2i+2) mod n
    /// whatever they are.
    public func neighbors(nodeCount: Int) -> [[NodeID]] {
        precondition(nodeCount > 0, "a cluster needs at least one node, not \(nodeCount)")
        return (0..<nodeCount).map { neighbors(of: $0, nodeCount: nodeCount) }
    }

    /// The nodes that node `index` of `nodeCount` sends to, as `neighbors(nodeCount:)` lists them.
    public func neighbors(of index: Int, nodeCount: Int) -> [NodeID] {
        let candidates =
            switch self {
            case .grid: gridNeighbors(of: index, nodeCount: nodeCount)
            case .line: [index - 1, index + 1]
            case .total: (0..<nodeCount).filter { $0 != index }
            case .tree2: treeNeighbors(of: index, arity: 2)
            case .tree3: treeNeighbors(of: index, arity: 3)
            case .tree4: treeNeighbors(of: index, arity: 4)
            case .ring: ringNeighbors(of: index, nodeCount: nodeCount)
            case .star: index == 0 ? Array(1..<max(1, nodeCount)) : [0]
            case .heap: [(2 * index + 1) % nodeCount, (2 * index + 2) % nodeCount]
            }
        return candidates.filter { (0..<nodeCount).contains($0) }.map(NodeID.init)
    }

    /// The side of the smallest square that holds `nodeCount` nodes: the length of a grid's row.
    public static func gridSide(nodeCount: Int) -> Int {
        // Newton's method in whole numbers, from above: ends at the root rounded down.
        let bits = Int.bitWidth - nodeCount.leadingZeroBitCount
        var side = 1 << ((bits + 1) / 2)
        while nodeCount / side < side { side = (side + nodeCount / side) / 2 }
        return side * side < nodeCount ? side + 1 : side
    }

    private func gridNeighbors(of index: Int, nodeCount: Int) -> [Int] {
        let side = Self.gridSide(nodeCount: nodeCount)
        let column = index % side
        var neighbors = [index - side]
        if column > 0 { neighbors.append(index - 1) }
        if column < side - 1 { neighbors.append(index + 1) }
        neighbors.append(index + side)
        return neighbors
    }

    private func treeNeighbors(of index: Int, arity: Int) -> [Int] {
        let parent = index == 0 ? [] : [(index - 1) / arity]
        return parent + (1...arity).map { arity * index + $0 }
    }

    private func ringNeighbors(of index: Int, nodeCount: Int) -> [Int] {
        let previous = (index + nodeCount - 1) % nodeCount
        let next = (index + 1) % nodeCount
        var neighbors = [min(previous, next)]
        if previous != next { neighbors.append(max(previous, next)) }
        return neighbors.filter { $0 != index }
    }
}
