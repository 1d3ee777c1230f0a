/// What surrounds the nodes of a simulated cluster: time, network, timers and clients. It carries
/// out what nodes ask for, at the moment they ask, and records what happens.
struct SimulatedHost<Sink: TraceSink>: Sendable {
    /// The cluster's time.
    var now = Instant.zero
    /// How far the run has come.
    var phase = RunPhase.operating
    /// What receives the trace.
    var sink: Sink
    private(set) var traceDigest = Digest()
    var queue = EventQueue()

    var network: Network
    /// Whether messages travel each on its own.
    let isIdeal: Bool
    /// One per node where deliveries queue up; empty in an ideal network.
    var inboxes: [Inbox]
    var messages = MessageStore()
    var outages: Outages
    var messageCount = 0

    var clients: Clients
    /// When the next operation is due; an event for another instant has been overtaken by a new
    /// rate.
    var nextOperation: Instant?
    /// Whether an operation is due that no client was free for.
    var isOperationOverdue = false
    /// Whether the final reads have begun.
    var isReadingFinally = false

    /// The deadline of each node's timers, `NodeTimer.allCases` per node; nil when not set.
    private var deadlines: [Instant?]
    /// The node whose outputs come in.
    private var actingNode = NodeID(0)
    /// The request that it serves, if it serves one.
    private var servedOperation: ClientOperation?

    init(_ scenario: Scenario, sink: Sink) {
        self.sink = sink
        network = Network(model: scenario.network, seed: scenario.seed)
        isIdeal = scenario.network.delivery == .ideal
        inboxes = isIdeal ? [] : Array(repeating: Inbox(), count: scenario.nodeCount)
        outages = Outages(nodeCount: scenario.nodeCount)
        clients = Clients(
            workload: scenario.workload, nodeCount: scenario.nodeCount,
            random: RandomStream(seed: scenario.seed, purpose: .workload))
        deadlines = Array(repeating: nil, count: scenario.nodeCount * NodeTimer.allCases.count)
    }

    /// Takes note of whose outputs come next, and which request they may answer.
    @inline(__always)
    mutating func expectOutputs(of node: NodeID, serving operation: ClientOperation?) {
        actingNode = node
        servedOperation = operation
    }

    /// The trace goes on with `event`.
    @inline(__always)
    mutating func record(_ event: TraceEvent) {
        traceDigest.fold(event, at: now)
        sink.record(event, at: now)
    }

    mutating func enter(_ phase: RunPhase) {
        self.phase = phase
        record(.entered(phase))
    }

    // MARK: Timers

    /// Whether the timer is due, which it then is no longer.
    mutating func expire(_ timer: NodeTimer, of node: NodeID) -> Bool {
        let slot = slot(of: timer, at: node)
        guard let deadline = deadlines[slot], deadline <= now else { return false }
        deadlines[slot] = nil
        return true
    }

    mutating func set(_ timer: NodeTimer, of node: NodeID, at deadline: Instant?) {
        deadlines[slot(of: timer, at: node)] = deadline
        if let deadline { queue.insert(.timer(node, timer), at: deadline) }
    }

    private func slot(of timer: NodeTimer, at node: NodeID) -> Int {
        node.index * NodeTimer.allCases.count + timer.rawValue
    }
}

extension SimulatedHost: NodeOutputs {
    @inline(__always)
    mutating func append(_ output: NodeOutput) {
        switch output {
        case .send(let message, let destination):
            send(message, from: actingNode, to: destination)
        case .setTimer(let timer, let deadline):
            set(timer, of: actingNode, at: deadline)
        case .cancelTimer(let timer):
            set(timer, of: actingNode, at: nil)
        case .acknowledgeBroadcast, .answerRead:
            if let servedOperation { complete(servedOperation) }
        case .learned(let value, let source):
            recordLearning(of: value, from: source)
        }
    }

    /// Apart from `append`, so that the sink's own code is compiled into it.
    private mutating func recordLearning(of value: ValueID, from source: NodeID?) {
        record(.learned(actingNode, value, from: source))
    }
}
