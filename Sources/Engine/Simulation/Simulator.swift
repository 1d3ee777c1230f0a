/// A cluster in virtual time: nodes, network, clients and faults, deterministic to the bit.
///
/// A value: a copy is a checkpoint, and running both on gives the same trace. Each kind of luck has
/// its own random stream (network, workload, faults, every node), so changing one part leaves the
/// others' alone.
public struct Simulator<Sink: TraceSink>: Sendable {
    /// What the run was started with.
    public let scenario: Scenario
    /// The cluster's time.
    public private(set) var now = Instant.zero
    /// How far the run has come.
    public internal(set) var phase = RunPhase.operating
    /// The topology now in force.
    public internal(set) var topology: Topology
    /// The protocol now in force.
    public internal(set) var broadcastProtocol: BroadcastProtocol
    /// The nodes themselves.
    public internal(set) var nodes: [BroadcastNode]
    /// What receives the trace.
    public private(set) var sink: Sink

    var network: Network
    var queue = EventQueue()
    var messages = MessageStore()
    /// Whether messages travel each on its own.
    let isIdeal: Bool
    /// One per node where deliveries queue up; empty in an ideal network.
    var inboxes: [Inbox]
    var clients: Clients
    /// Whether an operation is due that no client was free for.
    var isOperationOverdue = false
    /// Whether the final reads have begun.
    var isReadingFinally = false
    var faults: RandomStream
    /// Whether it is the nemesis's turn to heal.
    var isNemesisCutting = false
    var messageCount = 0
    /// The deadline of each node's timers, `NodeTimer.allCases` per node; nil when not set.
    var deadlines: [Instant?]
    var outputs: [NodeOutput] = []
    private var traceDigest = Digest()

    /// A cluster at time zero: every node started, nothing sent yet.
    public init(_ scenario: Scenario, sink: Sink) {
        let neighbors = scenario.topology.neighbors(nodeCount: scenario.nodeCount)
        self.scenario = scenario
        self.sink = sink
        topology = scenario.topology
        broadcastProtocol = scenario.broadcastProtocol
        nodes = neighbors.enumerated().map { index, neighbors in
            BroadcastNode(
                id: NodeID(index), nodeCount: scenario.nodeCount, neighbors: neighbors,
                protocol: scenario.broadcastProtocol,
                random: RandomStream(seed: scenario.seed, purpose: .node, index: index))
        }
        network = Network(
            model: scenario.network,
            random: RandomStream(seed: scenario.seed, purpose: .network))
        isIdeal = scenario.network.delivery == .ideal
        inboxes = isIdeal ? [] : Array(repeating: Inbox(), count: nodes.count)
        clients = Clients(
            workload: scenario.workload, nodeCount: scenario.nodeCount,
            random: RandomStream(seed: scenario.seed, purpose: .workload))
        faults = RandomStream(seed: scenario.seed, purpose: .faults)
        deadlines = Array(repeating: nil, count: nodes.count * NodeTimer.allCases.count)
        start()
    }

    // MARK: Looking

    /// The fingerprint of the trace so far.
    public var digest: UInt64 { traceDigest.value }

    /// The links over which nothing passes now.
    public var blockedLinks: BlockedLinks { network.blockedLinks }

    /// When the next event is due; nil when nothing will ever happen any more.
    public var nextInstant: Instant? { phase == .finished ? nil : queue.nextInstant }

    /// The messages under way and when each is due, in no particular order.
    public var inFlight: [(envelope: Envelope, due: Instant)] {
        let arriving = queue.events.compactMap { instant, event -> (Letter, Instant)? in
            if case .arrival(let letter) = event { (letter, instant) } else { nil }
        }
        let waiting = inboxes.flatMap(\.entries).compactMap { entry -> (Letter, Instant)? in
            if case .letter(let letter) = entry.parcel { (letter, entry.due) } else { nil }
        }
        return (arriving + waiting).map { letter, due in
            (envelope(letter, messages.message(letter.content)), due)
        }
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
        if phase != .finished && instant < .distantFuture { now = max(now, instant) }
    }

    /// Runs to the end. The workload must have a time limit.
    public mutating func runToEnd() {
        precondition(scenario.workload.timeLimit != nil, "a run without a time limit has no end")
        run(until: .distantFuture)
    }

    private mutating func happen(until limit: Instant) -> Bool {
        guard let (instant, event) = queue.popNext(until: limit) else { return false }
        now = instant
        switch event {
        case .arrival(let letter): arrive(letter)
        case .waking(let node): wake(node)
        case .timer(let node, let timer): fire(timer, of: node)
        case .operation: operate()
        case .timeout(let operation): giveUp(operation)
        case .fault: strike()
        case .endOfOperations: endOperations()
        case .finalReads: readFinally()
        }
        return true
    }

    private mutating func start() {
        for node in nodes.indices { feed(.started, to: NodeID(node)) }
        scheduleOperation()
        if scenario.nemesis.families.contains(.partition) { queue.insert(.fault, at: .zero) }
        if let timeLimit = scenario.workload.timeLimit {
            queue.insert(.endOfOperations, at: .zero + timeLimit)
            queue.insert(.finalReads, at: .zero + timeLimit + scenario.recovery)
        }
    }

    mutating func record(_ event: TraceEvent) {
        traceDigest.fold(event, at: now)
        sink.record(event, at: now)
    }
}
