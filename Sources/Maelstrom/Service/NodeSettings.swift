public import Engine

/// What a node is told by whoever starts it, as opposed to what it learns from Maelstrom.
public struct NodeSettings: Hashable, Sendable {
    /// How the node spreads values.
    public var broadcastProtocol: BroadcastProtocol
    /// Its links, until and unless Maelstrom's suggestion takes their place.
    public var topology: Topology
    /// Whether the links are those that Maelstrom suggests as soon as it does.
    public var followsSuggestion: Bool
    /// Where its luck comes from, together with its place among the nodes.
    public var seed: UInt64

    /// Settings as given.
    public init(
        broadcastProtocol: BroadcastProtocol = BroadcastProtocol(), topology: Topology = .grid,
        followsSuggestion: Bool = true, seed: UInt64
    ) {
        self.broadcastProtocol = broadcastProtocol
        self.topology = topology
        self.followsSuggestion = followsSuggestion
        self.seed = seed
    }
}
