/// What can be asked of a running cluster from outside.
public enum ClusterCommand: Hashable, Sendable {
    /// A client broadcasts a new value at the node.
    case broadcast(at: NodeID)
    /// All nodes get the neighbours of this topology.
    case setTopology(Topology)
    /// All nodes spread values in this way from now on.
    case setProtocol(BroadcastProtocol)
    /// Messages sent from now on travel in this way; deliveries are scheduled as they were.
    case setNetwork(NetworkModel)
    /// Clients work at this rate from now on, in operations per second; 0 or more.
    case setRate(Double)
    /// These faults strike at random from now on, in place of those before, which are undone.
    case setNemesis(Nemesis)
    /// The network is cut in this way, at random places, in place of any cut made by hand or by
    /// the nemesis.
    case partition(PartitionKind)
    /// The fault begins, besides those in force.
    case strike(Fault)
    /// Faults of links that were struck by hand are undone, and partitions of the nemesis too.
    case heal
    /// Faults of exactly these links that were struck by hand are undone.
    case healLinks(LinkGroup)
    /// The node starts anew if it is down, whatever keeps it down.
    case restart(NodeID)
    /// The node goes on if it is paused, whatever stopped it.
    case resume(NodeID)
}
