public import Engine

/// The names of a cluster's nodes in their order, and the engine's numbers for them.
public struct NodeNames: Sendable {
    private let names: [String]
    private let numbers: [String: NodeID]

    /// The cluster of `names`; nil when two are the same.
    public init?(_ names: [String]) {
        self.names = names
        numbers = Dictionary(
            zip(names, names.indices.map(NodeID.init)), uniquingKeysWith: { first, _ in first })
        guard numbers.count == names.count else { return nil }
    }

    /// How many nodes there are.
    public var count: Int { names.count }

    /// The number of the node called `name`; nil when there is none.
    public func number(of name: String) -> NodeID? { numbers[name] }

    /// The name of one of the nodes.
    public func name(_ node: NodeID) -> String { names[node.index] }
}
