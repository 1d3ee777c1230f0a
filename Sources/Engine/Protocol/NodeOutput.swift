/// What a node asks its host to do, in order.
public enum NodeOutput: Hashable, Sendable {
    /// Send the message to a node, which may be the sender itself.
    case send(GossipMessage, to: NodeID)
    /// Feed `timerFired` at the deadline, or as soon after it as the host can.
    case setTimer(NodeTimer, at: Instant)
    /// Forget the timer's deadline.
    case cancelTimer(NodeTimer)
    /// Tell the client that its value was accepted.
    case acknowledgeBroadcast(RequestID)
    /// Answer the client with the values the node holds at this moment (`BroadcastNode.values`).
    case answerRead(RequestID)
    /// The node did not hold the value before; it came from a node, or (nil) from a client.
    case learned(ValueID, from: NodeID?)
}

/// What takes a node's outputs, in order: an array that keeps them, or a host that carries each out
/// at once.
public protocol NodeOutputs {
    /// Takes one output.
    mutating func append(_ output: NodeOutput)
}

extension [NodeOutput]: NodeOutputs {}
