import Engine

/// Nodes by their names, but never hundreds of them.
struct NodeNames: CustomStringConvertible {
    private let nodes: [NodeID]
    private let limit: Int

    /// The names of `nodes`, or of the first `limit` of them.
    init(_ nodes: [NodeID], limit: Int = 8) {
        self.nodes = nodes
        self.limit = limit
    }

    /// For instance `n3 n4 n8 …`.
    var description: String {
        (nodes.prefix(limit).map(\.description) + (nodes.count > limit ? ["…"] : []))
            .joined(separator: " ")
    }

    /// For instance `n3`, `all 25 nodes` or `12 nodes, n3 n4 n8 …`, in a cluster of `nodeCount`.
    func counted(of nodeCount: Int) -> String {
        if nodes.count == 1 { return description }
        if nodes.count == nodeCount { return "all \(nodeCount)\(Fact.tie)nodes" }
        return "\(nodes.count)\(Fact.tie)nodes, \(self)"
    }
}
