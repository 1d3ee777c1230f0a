/// What can be asked of a running cluster from outside.
public enum ClusterCommand: Hashable, Sendable {
    /// A client broadcasts a new value at the node.
    case broadcast(at: NodeID)
    /// All nodes get the neighbours of this topology.
    case setTopology(Topology)
    /// All nodes spread values in this way from now on.
    case setProtocol(BroadcastProtocol)
    /// The network is cut in this way, at random places, in place of any cut that stands.
    case partition(PartitionKind)
    /// The network becomes whole.
    case heal
}
