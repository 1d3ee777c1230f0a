/// Everything a run depends on: the same scenario gives the same run, bit for bit.
///
/// Names, units and defaults follow Maelstrom's options where it has them.
public struct Scenario: Hashable, Sendable {
    /// How many nodes the cluster has; 1 or more.
    public var nodeCount = 25
    /// The links along which nodes disseminate at the start.
    public var topology = Topology.grid
    /// How nodes spread values at the start.
    public var broadcastProtocol = BroadcastProtocol()
    /// What the network does to messages.
    public var network = NetworkModel()
    /// What clients do.
    public var workload = Workload()
    /// Which faults strike at random while clients work.
    public var nemesis = Nemesis()
    /// Which faults strike at set times besides; each begins while clients work.
    public var faults: [ScheduledFault] = []
    /// The quiet time between the last operation and the final reads, everything healed.
    public var recovery = TimeSpan.seconds(10)
    /// Where all luck of the run comes from.
    public var seed: UInt64 = 42

    /// Maelstrom's broadcast workload on a grid of 25, flooded at once.
    public init() {}
}
