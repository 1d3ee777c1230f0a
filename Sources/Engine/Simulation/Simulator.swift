/// A cluster in virtual time: nodes, network, clients and faults, deterministic to the bit.
///
/// A value: a copy is a checkpoint, and running both on gives the same trace. Each kind of luck has
/// its own random stream (network, workload, faults, impaired links, each life of a node), so
/// changing one part leaves the others' alone.
public struct Simulator<Sink: TraceSink>: Sendable {
    /// What the run was started with.
    public let scenario: Scenario
    /// The scenario with what commands have made of it: topology, protocol, network, rate and
    /// nemesis are those now in force.
    public internal(set) var current: Scenario
    /// The nodes themselves.
    public internal(set) var nodes: [BroadcastNode]

    /// How many events have happened.
    public private(set) var eventCount = 0

    var host: SimulatedHost<Sink>
    /// Decides which faults strike, when and whom.
    var faultLuck: RandomStream
    /// The faults in force, in the order in which they began.
    var effects: [FaultEffect] = []
    var timelines: [NemesisTimeline]
    /// How many of the timelines belong to a nemesis that another one has replaced.
    var retiredTimelineCount = 0
    /// How often each node has crashed.
    var crashCounts: [UInt32]

    /// A cluster at time zero: every node started, nothing sent yet.
    public init(_ scenario: Scenario, sink: Sink) {
        let neighbors = scenario.topology.neighbors(nodeCount: scenario.nodeCount)
        self.scenario = scenario
        current = scenario
        nodes = neighbors.enumerated().map { index, neighbors in
            BroadcastNode(
                id: NodeID(index), nodeCount: scenario.nodeCount, neighbors: neighbors,
                protocol: scenario.broadcastProtocol,
                random: RandomStream(seed: scenario.seed, purpose: .node, index: index))
        }
        host = SimulatedHost(scenario, sink: sink)
        faultLuck = RandomStream(seed: scenario.seed, purpose: .faults)
        timelines = NemesisTimeline.timelines(of: scenario.nemesis)
        crashCounts = Array(repeating: 0, count: scenario.nodeCount)
        start()
    }

    // MARK: Looking

    /// The topology now in force.
    public var topology: Topology { current.topology }

    /// The protocol now in force.
    public var broadcastProtocol: BroadcastProtocol { current.broadcastProtocol }

    /// The cluster's time.
    public var now: Instant { host.now }

    /// How far the run has come.
    public var phase: RunPhase { host.phase }

    /// What receives the trace.
    public var sink: Sink { host.sink }

    /// The fingerprint of the trace so far.
    public var digest: UInt64 { host.traceDigest.value }

    /// The links over which nothing passes now.
    public var blockedLinks: BlockedLinks { host.network.blockedLinks }

    /// Entry i says whether node i works now.
    public var nodeStates: [NodeState] { host.outages.states }

    /// The faults in force in the order in which they began, with the nodes that were drawn for
    /// them.
    public var faultsInForce: [Fault] { effects.map(\.fault) }

    /// When the next event is due; nil when nothing will ever happen any more.
    public var nextInstant: Instant? { phase == .finished ? nil : host.queue.nextInstant }

    /// The messages under way, when each is due, and whether a cut of its link would still stop it,
    /// in no particular order.
    public var inFlight: [(envelope: Envelope, due: Instant, canBeCut: Bool)] {
        inFlight(atMost: .max).messages
    }

    /// Of more than `limit` about so many, at even distances as numbers go, and how many are left
    /// out.
    func inFlight(
        atMost limit: Int
    ) -> (messages: [(envelope: Envelope, due: Instant, canBeCut: Bool)], omittedCount: Int) {
        host.inFlight(atMost: limit)
    }

    // MARK: Running

    /// Lets the next event happen; false when there is none.
    @discardableResult
    public mutating func step() -> Bool {
        guard let nextInstant else { return false }
        return happen(until: nextInstant)
    }

    /// Lets everything happen that is due at `instant` or before, and moves the clock there.
    ///
    /// A finished run stays where it is.
    public mutating func run(until instant: Instant) {
        while phase != .finished, happen(until: instant) {}
        if phase != .finished && instant < .distantFuture { host.now = max(now, instant) }
    }

    /// Runs to the end. The workload must have a time limit.
    public mutating func runToEnd() {
        precondition(scenario.workload.timeLimit != nil, "a run without a time limit has no end")
        run(until: .distantFuture)
    }

    /// Lets events happen up to the one with which there are `eventCount`, and moves the clock to
    /// `instant`, though other events may be due then.
    mutating func run(to instant: Instant, eventCount: Int) {
        while self.eventCount < eventCount, happen(until: instant) {}
        if phase != .finished { host.now = max(now, instant) }
    }

    @inline(__always)
    private mutating func happen(until limit: Instant) -> Bool {
        guard let (instant, event) = host.queue.popNext(until: limit) else { return false }
        host.now = instant
        eventCount += 1
        switch event {
        case .arrival(let letter): if host.admits(letter) { deliver(letter) }
        case .waking(let node): wake(node)
        case .timer(let node, let timer): fire(timer, of: node)
        case .operation: operate()
        case .timeout(let operation): host.giveUp(operation)
        case .fault(let event): handle(event)
        case .endOfOperations: endOperations()
        case .finalReads: readFinally()
        }
        return true
    }

    private mutating func start() {
        for node in nodes.indices { feed(.started, to: NodeID(node)) }
        host.scheduleOperation(before: scenario.workload.timeLimit)
        for timeline in timelines.indices { host.queue.insert(.fault(.turn(timeline)), at: .zero) }
        if let timeLimit = scenario.workload.timeLimit {
            host.queue.insert(.endOfOperations, at: .zero + timeLimit)
            host.queue.insert(.finalReads, at: .zero + timeLimit + scenario.recovery)
        }
        scheduleFaults()
    }
}
