import Engine

/// Nodes on their way from the places that they had in another topology.
struct Morph: Hashable {
    let from: Topology
    /// How much of the way is behind them, 0...1.
    var share: Double
}
