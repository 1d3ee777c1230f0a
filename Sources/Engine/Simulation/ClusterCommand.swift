/// What can be asked of a running cluster from outside.
public enum ClusterCommand: Hashable, Sendable {
    /// A client broadcasts a new value at the node.
    case broadcast(at: NodeID)
    /// All nodes get the neighbours of this topology.
    case setTopology(Topology)
    /// All nodes spread values in this way from now on.
    case setProtocol(BroadcastProtocol)
    /// The network is cut in this way, at random places, in place of any cut made by hand or by
    /// the nemesis.
    case partition(PartitionKind)
    /// The fault begins, besides those in force.
    case strike(Fault)
    /// What was struck by hand is undone, and partitions of the nemesis too.
    case heal
    /// The node starts anew if it is down, whatever keeps it down.
    case restart(NodeID)
    /// The node goes on if it is paused, whatever stopped it.
    case resume(NodeID)
}
