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
    /// Which faults strike while clients work.
    public var nemesis = Nemesis()
    /// The quiet time between the last operation and the final reads, everything healed.
    public var recovery = TimeSpan.seconds(10)
    /// Where all luck of the run comes from.
    public var seed: UInt64 = 42

    /// Maelstrom's broadcast workload on a grid of 25, flooded at once.
    public init() {}
}

/// What the network does to messages between nodes.
public struct NetworkModel: Hashable, Sendable {
    /// How deliveries are scheduled.
    public enum Delivery: String, CaseIterable, Hashable, Sendable {
        /// Every message on its own: it arrives when its latency is over.
        case ideal
    }

    /// How deliveries are scheduled.
    public var delivery = Delivery.ideal
    /// How long a message is under way.
    public var latency = LatencyModel(meanMilliseconds: 100)
    /// The share of messages that vanish on the way, 0...1.
    public var loss = 0.0

    /// 100 ms, nothing lost.
    public init() {}
}

/// What clients do: a broadcast or a read, on an even coin, at random times and nodes.
public struct Workload: Hashable, Sendable {
    /// Operations per second on average, all clients together; above 0, or 0 for none at all.
    ///
    /// The gap between two operations is uniform in 0..<2/rate seconds.
    public var rate = 100.0
    /// How long clients keep at it; nil for ever.
    public var timeLimit: TimeSpan? = .seconds(20)

    /// 100 operations a second for 20 s.
    public init() {}
}

/// Which faults strike while clients work, and how often.
public struct Nemesis: Hashable, Sendable {
    /// A family of faults, by Maelstrom's names.
    public enum Fault: String, CaseIterable, Hashable, Sendable {
        /// The network is cut, then healed, in turn.
        case partition
    }

    /// The families in force, in the order of `Fault.allCases`; none at all when empty.
    public var faults: [Fault] = []
    /// The mean gap between start and stop; each gap is uniform in 0..<2*interval.
    public var interval = TimeSpan.seconds(10)

    /// No faults.
    public init() {}
}
