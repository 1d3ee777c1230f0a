/// Which nodes a fault strikes: named ones, or as many as Jepsen's nemesis draws at random.
public enum NodeTarget: Hashable, Sendable {
    /// These nodes.
    case nodes(NodeGroup)
    /// A random non-empty subset: any size from 1 to n is equally likely.
    case subset
    /// One random node.
    case one
    /// Fewer than a third of the nodes.
    case minorityThird
    /// floor(n/2) nodes.
    case minority
    /// floor(n/2) + 1 nodes.
    case majority

    /// The targets that Jepsen's nemesis draws from, all nodes among them.
    static let drawn: [NodeTarget] = [
        .subset, .one, .minorityThird, .minority, .majority, .nodes(.everyone),
    ]
}

extension NodeTarget: CustomStringConvertible {
    /// The target as people write it: the nodes, or `subset`, `one`, `minority-third`, `minority`,
    /// `majority`.
    public var description: String {
        switch self {
        case .nodes(let group): "\(group)"
        case .subset: "subset"
        case .one: "one"
        case .minorityThird: "minority-third"
        case .minority: "minority"
        case .majority: "majority"
        }
    }
}
