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
    /// A fault starts or stops.
    case fault
    /// Clients stop and the network heals.
    case endOfOperations
    /// One last read per client, then the run is over.
    case finalReads
}
