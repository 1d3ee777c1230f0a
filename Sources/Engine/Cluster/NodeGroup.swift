/// Nodes that somebody named: single ones, ranges of them, or everyone.
public enum NodeGroup: Hashable, Sendable {
    /// Every node of the cluster, however large it is.
    case everyone
    /// These nodes.
    case nodes(NodeSet)

    /// Whether `node` is one of them.
    public func contains(_ node: NodeID) -> Bool {
        switch self {
        case .everyone: true
        case .nodes(let nodes): nodes.contains(node)
        }
    }

    /// Whether it names nobody.
    var isEmpty: Bool {
        if case .nodes(let nodes) = self { nodes.isEmpty } else { false }
    }

    /// The nodes themselves, in a cluster of `nodeCount`, which has all that are named.
    func nodes(nodeCount: Int) -> NodeSet {
        switch self {
        case .everyone:
            return NodeSet().complement(nodeCount: nodeCount)
        case .nodes(let nodes):
            let strangers = nodes.filter { $0.index >= nodeCount }
            precondition(strangers.isEmpty, "\(strangers) are not among \(nodeCount) nodes")
            return nodes
        }
    }
}

extension NodeGroup: CustomStringConvertible {
    /// The nodes as people write them, `n0-n4,n7`; everyone is `*`.
    public var description: String {
        guard case .nodes(let nodes) = self else { return "*" }
        var ranges: [(first: NodeID, last: NodeID)] = []
        for node in nodes {
            if let range = ranges.last, range.last.index + 1 == node.index {
                ranges[ranges.count - 1].last = node
            } else {
                ranges.append((node, node))
            }
        }
        return ranges.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }
            .joined(separator: ",")
    }
}
