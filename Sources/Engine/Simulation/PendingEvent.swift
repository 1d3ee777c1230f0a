/// What is to happen at a later instant.
enum PendingEvent: Hashable, Sendable {
    /// A message arrives, in an ideal network.
    case arrival(Letter)
    /// The thread that delivers to this node wakes up with what it has taken.
    case waking(NodeID)
    /// A node's timer is due, unless it was set anew or cancelled since.
    case timer(NodeID, NodeTimer)
    /// A client works.
    case operation
    /// A client that still waits for its reply gives up.
    case timeout(ClientOperation)
    /// A fault begins or ends.
    case fault(FaultEvent)
    /// Clients stop and everything heals.
    case endOfOperations
    /// One last read per client, then the run is over.
    case finalReads
}

/// What makes a fault begin or end.
enum FaultEvent: Hashable, Sendable {
    /// The scenario's fault with this number begins.
    case beginning(Int)
    /// The scenario's fault with this number ends.
    case end(Int)
    /// It is the turn of the nemesis's timeline with this number.
    case turn(Int)
}
