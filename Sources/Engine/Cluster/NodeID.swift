/// A node's place in the cluster's list of nodes, counted from 0.
public struct NodeID: Hashable, Comparable, Sendable {
    /// The place as stored; compact, because a large cluster holds many.
    public let rawValue: Int32

    /// The node at `index` of the cluster's list.
    public init(_ index: Int) {
        rawValue = Int32(index)
    }

    /// The place as an index into arrays with one entry per node.
    public var index: Int { Int(rawValue) }

    public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}

extension NodeID: CustomStringConvertible {
    /// The name Maelstrom gives the node: `n0`, `n1` ….
    public var description: String { "n\(rawValue)" }
}
