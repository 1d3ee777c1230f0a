extension NodeTarget {
    /// The nodes struck in a cluster of `nodeCount`; nothing is drawn for those that are named.
    ///
    /// As many as Jepsen's `db-nodes` takes of the shuffled cluster; none at all for a minority of
    /// one node, or for fewer than a third of three.
    func draw(nodeCount: Int, random: inout RandomStream) -> NodeGroup {
        if case .nodes(let group) = self { return group }
        var nodes = (0..<nodeCount).map(NodeID.init)
        random.shuffle(&nodes)
        let count =
            switch self {
            case .nodes: nodeCount
            case .subset: 1 + random.integer(below: nodeCount)
            case .one: 1
            case .minorityThird: (nodeCount - 1) / 3
            case .minority: nodeCount / 2
            case .majority: nodeCount / 2 + 1
            }
        return .nodes(NodeSet(nodes.prefix(count)))
    }
}
