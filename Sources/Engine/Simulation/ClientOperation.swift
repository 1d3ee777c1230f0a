/// Something a client asks of a node.
public struct ClientOperation: Hashable, Sendable {
    /// What is asked.
    public enum Action: Hashable, Sendable {
        case broadcast(ValueID)
        case read
    }

    /// Counts up from 0 in the order of invocation.
    public let number: Int
    /// The node asked; each has one client of its own.
    public let node: NodeID
    /// What is asked.
    public let action: Action
}
