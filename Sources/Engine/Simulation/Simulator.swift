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
    public private(set) var phase = RunPhase.operating
    /// The topology now in force.
    public private(set) var topology: Topology
    /// The protocol now in force.
    public private(set) var broadcastProtocol: BroadcastProtocol
    /// The nodes themselves.
    public private(set) var nodes: [BroadcastNode]
    /// What receives the trace.
    public private(set) var sink: Sink

    private var network: IdealNetwork
    private var queue = EventQueue()
    private var mailRoom = MailRoom()
    private var clients: Clients
    private var faults: RandomStream
    private var traceDigest = Digest()
    private var messageCount = 0
    /// The deadline of each node's timers, `NodeTimer.allCases` per node; nil when not set.
    private var deadlines: [Instant?]
    private var outputs: [NodeOutput] = []

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
        network = IdealNetwork(
            model: scenario.network,
            random: RandomStream(seed: scenario.seed, purpose: .network))
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

    /// How many messages are under way.
    public var inFlightCount: Int { mailRoom.count }

    /// The messages under way and when each will arrive, in no particular order.
    public var inFlight: [(envelope: Envelope, arrivesAt: Instant)] {
        mailRoom.entries.map { ($0.envelope, $0.arrivesAt) }
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
        if phase != .finished { now = max(now, instant) }
    }

    /// Runs to the end. The workload must have a time limit.
    public mutating func runToEnd() {
        precondition(scenario.workload.timeLimit != nil, "a run without a time limit has no end")
        while step() {}
    }

    private mutating func happen(until limit: Instant) -> Bool {
        guard let (instant, event) = queue.popNext(until: limit) else { return false }
        now = instant
        switch event {
        case .arrival(let slot): arrive(slot: slot)
        case .timer(let node, let timer): fire(timer, of: node)
        case .operation: operate()
        case .fault: strike()
        case .endOfOperations: endOperations()
        case .finalReads: finish()
        }
        return true
    }

    private mutating func start() {
        for node in nodes.indices { feed(.started, to: NodeID(node)) }
        if let instant = clients.nextOperation(before: scenario.workload.timeLimit) {
            queue.insert(.operation, at: instant)
        }
        if scenario.nemesis.faults.contains(.partition) { queue.insert(.fault, at: .zero) }
        if let timeLimit = scenario.workload.timeLimit {
            queue.insert(.endOfOperations, at: .zero + timeLimit)
            queue.insert(.finalReads, at: .zero + timeLimit + scenario.recovery)
        }
    }

    private mutating func record(_ event: TraceEvent) {
        traceDigest.fold(event, at: now)
        sink.record(event, at: now)
    }

    // MARK: Nodes and messages

    private mutating func feed(
        _ input: NodeInput, to node: NodeID, for operation: ClientOperation? = nil
    ) {
        outputs.removeAll(keepingCapacity: true)
        nodes[node.index].handle(input, at: now, into: &outputs)
        for output in outputs { carryOut(output, of: node, for: operation) }
    }

    private mutating func carryOut(
        _ output: NodeOutput, of node: NodeID, for operation: ClientOperation?
    ) {
        switch output {
        case .send(let message, let destination):
            send(message, from: node, to: destination)
        case .setTimer(let timer, let deadline):
            deadlines[slot(of: timer, at: node)] = deadline
            queue.insert(.timer(node, timer), at: deadline)
        case .cancelTimer(let timer):
            deadlines[slot(of: timer, at: node)] = nil
        case .acknowledgeBroadcast, .answerRead:
            if let operation { record(.completed(operation)) }
        case .learned(let value, let source):
            record(.learned(node, value, from: source))
        }
    }

    private mutating func send(
        _ message: GossipMessage, from source: NodeID, to destination: NodeID
    ) {
        let envelope = Envelope(
            number: messageCount, source: source, destination: destination, message: message,
            sentAt: now)
        messageCount += 1
        record(.sent(envelope))
        switch network.passage(from: source, to: destination, at: now) {
        case .arrives(let instant):
            let slot = mailRoom.insert(envelope, arrivesAt: instant)
            queue.insert(.arrival(slot: slot), at: instant)
        case .dropped(let reason):
            record(.dropped(envelope, reason))
        }
    }

    private mutating func arrive(slot: Int) {
        guard let envelope = mailRoom.remove(slot: slot) else { return }
        if network.isCut(from: envelope.source, to: envelope.destination) {
            record(.dropped(envelope, .cut))
            return
        }
        record(.delivered(envelope))
        feed(.received(envelope.message, from: envelope.source), to: envelope.destination)
    }

    private mutating func fire(_ timer: NodeTimer, of node: NodeID) {
        let slot = slot(of: timer, at: node)
        guard deadlines[slot] == now else { return }
        deadlines[slot] = nil
        feed(.timerFired(timer), to: node)
    }

    private func slot(of timer: NodeTimer, at node: NodeID) -> Int {
        node.index * NodeTimer.allCases.count + timer.rawValue
    }

    // MARK: Clients

    private mutating func operate() {
        guard phase == .operating else { return }
        invoke(clients.drawOperation())
        if let instant = clients.nextOperation(before: scenario.workload.timeLimit) {
            queue.insert(.operation, at: instant)
        }
    }

    private mutating func invoke(_ operation: ClientOperation) {
        record(.invoked(operation))
        let request = RequestID(operation.number)
        switch operation.action {
        case .broadcast(let value):
            feed(.broadcast(value, request), to: operation.node, for: operation)
        case .read:
            feed(.read(request), to: operation.node, for: operation)
        }
    }

    // MARK: Faults and phases

    private mutating func strike() {
        guard phase == .operating else { return }
        if blockedLinks.isEmpty {
            let kinds = PartitionKind.allCases
            block(kinds[faults.integer(below: kinds.count)])
        } else {
            unblock()
        }
        queue.insert(.fault, at: now + faults.span(below: scenario.nemesis.interval * 2))
    }

    private mutating func block(_ kind: PartitionKind) {
        network.blockedLinks = kind.blockedLinks(nodeCount: nodes.count, random: &faults)
        record(.partitioned(network.blockedLinks))
    }

    private mutating func unblock() {
        guard !blockedLinks.isEmpty else { return }
        network.blockedLinks = .none
        record(.healed)
    }

    private mutating func endOperations() {
        unblock()
        enter(.recovering)
    }

    private mutating func finish() {
        for node in nodes.indices { invoke(clients.operation(.read, at: NodeID(node))) }
        enter(.finished)
    }

    private mutating func enter(_ phase: RunPhase) {
        self.phase = phase
        record(.entered(phase))
    }

    // MARK: Commands

    /// Does at once what a person (or a script) asks for; ignored when the run is over.
    public mutating func apply(_ command: ClusterCommand) {
        guard phase != .finished else { return }
        switch command {
        case .broadcast(let node):
            invoke(clients.broadcast(at: node))
        case .setTopology(let newTopology):
            topology = newTopology
            record(.topologyChanged(newTopology))
            let neighbors = newTopology.neighbors(nodeCount: nodes.count)
            for (index, list) in neighbors.enumerated() {
                feed(.topologyChanged(list), to: NodeID(index))
            }
        case .setProtocol(let newProtocol):
            broadcastProtocol = newProtocol
            record(.protocolChanged(newProtocol))
            for node in nodes.indices { feed(.protocolChanged(newProtocol), to: NodeID(node)) }
        case .partition(let kind):
            block(kind)
        case .heal:
            unblock()
        }
    }
}
