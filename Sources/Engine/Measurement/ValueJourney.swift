/// How one value travelled, folded from a run's trace: who learned it when and from whom, what
/// became of the messages that carried it, and what reads showed of it.
///
/// Grows with the nodes, the faults and what happens to the value, not with the messages of the
/// run.
public struct ValueJourney: TraceSink {
    /// The value.
    public let value: ValueID
    /// The time of the last event.
    public private(set) var now = Instant.zero
    /// How far the run has come.
    public private(set) var phase = RunPhase.operating
    /// How many values clients have broadcast.
    public private(set) var valueCount = 0
    /// Messages between nodes that arrived, whatever they carried.
    public private(set) var deliveryCount = 0

    /// What its client did; nil before it came.
    public private(set) var broadcast: Broadcast?
    /// Each time that a node learned it, in order.
    public private(set) var learnings: [Learning] = []
    /// When for the first time no live node lacked it; nil as long as one always has.
    public private(set) var completion: Completion?
    /// The messages that carried it.
    public private(set) var carriers = CarrierCounts()
    /// Those that never arrived at a node that lacked it at that moment, in order.
    public private(set) var mishaps: [Mishap] = []
    /// The numbers of those that arrived or would have arrived twice, ascending.
    public private(set) var duplicates: [Int] = []
    /// What the reads of clients show of it.
    public private(set) var reads: ValueReads
    /// When nodes did not run, but for what was over before its client came.
    public private(set) var outages: OutageLog

    private var nodes: [NodeRecord]
    private var holderCount = 0
    private var liveCount: Int
    /// The message with the value that arrived last.
    private var arrival: Carrier?
    private var clogs = ClogLog()
    /// How many messages have been sent, whatever they carried.
    private var sentCount = 0

    /// What is kept of each node.
    private struct NodeRecord: Sendable {
        /// The place in `learnings` of the latest one; nil without any.
        var learning: Int?
        /// How many copies of messages with the value are on their way to it.
        var underWayCount = 0
        /// When it took a message last, and the first one that it took at that instant.
        var tookAt: Instant?
        var took: (number: Int, source: NodeID) = (-1, NodeID(0))
    }

    /// The journey of `value` in a cluster of `nodeCount` nodes, before it began.
    public init(of value: ValueID, nodeCount: Int) {
        self.value = value
        reads = ValueReads(nodeCount: nodeCount)
        outages = OutageLog(nodeCount: nodeCount)
        nodes = Array(repeating: NodeRecord(), count: nodeCount)
        liveCount = nodeCount
    }

    public mutating func record(_ event: TraceEvent, at instant: Instant) {
        now = instant
        switch event {
        case .sent(let envelope):
            sentCount += 1
            if envelope.message.carries(value) { send(Carrier(envelope)) }
        case .delivered(let envelope):
            deliver(envelope)
        case .dropped(let envelope, let reason):
            if envelope.message.carries(value) { drop(Carrier(envelope), reason) }
        case .duplicated(let envelope):
            if envelope.message.carries(value) { duplicate(Carrier(envelope)) }
        case .learned(let node, let learned, let source):
            if learned == value { learn(at: node, from: source) }
        case .invoked(let operation): invoke(operation)
        case .completed(let operation): complete(operation)
        case .timedOut(let operation): timeOut(operation)
        case .impaired(let faults): clogs.change(to: faults, fromMessage: sentCount)
        case .killed(let killed): crash(killed)
        case .restarted(let restarted):
            liveCount += restarted.count
            outages.end(restarted, at: now, keepsPast: broadcast != nil)
        case .paused(let paused):
            outages.begin(paused, .paused, at: now, keepsPast: broadcast != nil)
        case .resumed(let resumed):
            outages.end(resumed, at: now, keepsPast: broadcast != nil)
        case .entered(let phase): self.phase = phase
        case .partitioned, .healed, .topologyChanged, .protocolChanged, .networkChanged,
            .rateChanged, .nemesisChanged:
            break
        }
    }

    // MARK: Messages

    private mutating func send(_ carrier: Carrier) {
        carriers.countSent(carrier.kind)
        nodes[carrier.destination.index].underWayCount += 1
        if let place = nodes[carrier.source.index].learning { learnings[place].sentCount += 1 }
    }

    private mutating func duplicate(_ carrier: Carrier) {
        carriers.duplicateCount += 1
        nodes[carrier.destination.index].underWayCount += 1
        duplicates.append(carrier.number)
    }

    private mutating func deliver(_ envelope: Envelope) {
        deliveryCount += 1
        let node = envelope.destination.index
        if nodes[node].tookAt != now {
            nodes[node].tookAt = now
            nodes[node].took = (envelope.number, envelope.source)
        }
        guard envelope.message.carries(value) else { return }
        carriers.deliveredCount += 1
        nodes[node].underWayCount -= 1
        arrival = Carrier(envelope)
    }

    private mutating func drop(_ carrier: Carrier, _ reason: DropReason) {
        carriers.countDropped(reason)
        nodes[carrier.destination.index].underWayCount -= 1
        if !isHeld(by: carrier.destination) {
            mishaps.append(Mishap(carrier: carrier, reason: reason, at: now))
        }
    }

    // MARK: Nodes

    private mutating func learn(at node: NodeID, from source: NodeID?) {
        let carrier = source == nil ? nil : arrival
        let parent = carrier.flatMap { place(ofLearningAt: $0.source, before: $0.sentAt) }
        let record = nodes[node.index]
        let (number, first) = record.took
        let isFirst = record.tookAt != now || number == carrier?.number
        let delay = clogs.delay(ofMessage: number, from: first, to: node)
        nodes[node.index].learning = learnings.count
        learnings.append(
            Learning(
                node: node, at: now, carrier: carrier, parent: parent,
                hop: parent.map { learnings[$0].hop + 1 } ?? 0,
                behind: isFirst ? nil : Forerunner(source: first, delay: delay)))
        if carrier != nil { carriers.usefulCount += 1 }
        holderCount += 1
        if holderCount == liveCount { complete(by: learnings.count - 1, crashOf: NodeSet()) }
    }

    /// Nodes crash and forget the value.
    private mutating func crash(_ crashed: NodeSet) {
        outages.begin(crashed, .down, at: now, keepsPast: broadcast != nil)
        liveCount -= crashed.count
        for node in crashed where isHeld(by: node) {
            if let place = nodes[node.index].learning { learnings[place].forgottenAt = now }
            holderCount -= 1
        }
        if holderCount == liveCount && holderCount > 0 { complete(by: nil, crashOf: crashed) }
    }

    private mutating func complete(by learning: Int?, crashOf crashed: NodeSet) {
        guard completion == nil else { return }
        completion = Completion(
            at: now, learning: learning, crashed: crashed, downNodes: outages.downNodes)
    }

    /// The place in `learnings` of the one by which `node` knew the value at `instant`.
    private func place(ofLearningAt node: NodeID, before instant: Instant) -> Int? {
        guard let latest = nodes[node.index].learning else { return nil }
        if learnings[latest].at <= instant { return latest }
        return learnings[..<latest].lastIndex { $0.node == node && $0.at <= instant }
    }

    // MARK: Clients

    private mutating func invoke(_ operation: ClientOperation) {
        switch operation.action {
        case .read:
            reads.invokeRead(at: operation.node, now)
        case .broadcast(let broadcast):
            valueCount += 1
            reads.invokeBroadcast(ofValue: broadcast == value)
            guard broadcast == value else { return }
            self.broadcast = Broadcast(node: operation.node, invokedAt: now)
        }
    }

    private mutating func complete(_ operation: ClientOperation) {
        switch operation.action {
        case .read:
            reads.completeRead(at: operation.node, now, shows: isHeld(by: operation.node))
        case .broadcast(let completed):
            reads.completeBroadcast(ofValue: completed == value, now)
        }
    }

    private mutating func timeOut(_ operation: ClientOperation) {
        reads.timeOut()
        if operation.action == .broadcast(value) { broadcast?.gaveUpAt = now }
    }
}

// MARK: Looking

extension ValueJourney {
    /// How many nodes the cluster has.
    public var nodeCount: Int { nodes.count }

    /// How many nodes hold the value now.
    public var heldCount: Int { holderCount }

    /// Whether `node` holds the value now.
    public func isHeld(by node: NodeID) -> Bool {
        nodes[node.index].learning.map { learnings[$0].forgottenAt == nil } ?? false
    }

    /// When the first node accepted it from its client; nil before.
    public var acceptedAt: Instant? { learnings.first?.at }

    /// From accepting the value until for the first time no live node lacked it.
    public var propagation: TimeSpan? {
        guard let acceptedAt, let completion else { return nil }
        return completion.at - acceptedAt
    }

    /// How the value came to be learned at `place` of `learnings`: from the node that accepted it
    /// on.
    public func path(to place: Int) -> [Learning] {
        var path = [learnings[place]]
        while let parent = path[path.count - 1].parent { path.append(learnings[parent]) }
        return path.reversed()
    }

    /// How much longer clogs kept the message under way.
    public func delay(of carrier: Carrier) -> TimeSpan {
        clogs.delay(ofMessage: carrier.number, from: carrier.source, to: carrier.destination)
    }

    /// The nodes that lack the value now, ascending, and why.
    public var absences: [Absence] {
        var absences = nodes.indices.filter { !isHeld(by: NodeID($0)) }.map { index in
            Absence(
                node: NodeID(index),
                forgottenAt: nodes[index].learning.flatMap { learnings[$0].forgottenAt },
                underWayCount: nodes[index].underWayCount)
        }
        var placeOfNode = [Int?](repeating: nil, count: nodes.count)
        for (place, absence) in absences.enumerated() { placeOfNode[absence.node.index] = place }
        for mishap in mishaps {
            guard let place = placeOfNode[mishap.carrier.destination.index] else { continue }
            if mishap.at >= absences[place].forgottenAt ?? .zero {
                absences[place].mishaps.append(mishap)
            }
        }
        return absences
    }
}
