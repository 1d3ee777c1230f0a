/// Everything measured of a run, folded from its trace.
public struct Measurements: TraceSink {
    /// Who learned what, and when.
    public private(set) var ledger: SpreadLedger
    /// Messages and operations since the start.
    public private(set) var traffic = TrafficCounts()

    private var checker: SetFullChecker
    private var sendRate = SendRate()
    /// What was counted when topology, protocol, network or rate last changed.
    private var trafficBefore = TrafficCounts()
    /// What was counted since then of messages that carry nothing but older values.
    private var olderTraffic = TrafficCounts()
    private var since = Instant.zero
    private var valueCountBefore = 0
    /// Every value of the stretch before this one is complete.
    private var firstOpenValue = 0
    /// How often nodes have crashed, which may change what is known of any value.
    private var crashCount = 0
    private var propagation = LatencyHistogram()
    private var stable = LatencyHistogram()
    /// The value of the longest propagation latency.
    private var slowestComplete: ValueID?

    /// Nothing measured yet, of a cluster of `nodeCount` nodes.
    public init(nodeCount: Int) {
        ledger = SpreadLedger(nodeCount: nodeCount)
        checker = SetFullChecker(nodeCount: nodeCount)
    }

    /// What Maelstrom's checker would report at this moment. O(values x nodes).
    public var workload: SetFullResults { checker.results }

    /// The figures at `now` since topology, protocol, network or rate last changed.
    public func figures(at now: Instant) -> RunFigures {
        let oldest = ledger.firstIncomplete(from: firstOpenValue)
        let oldestAge = oldest.map { now - $0.acceptedAt }
        var figures = RunFigures(
            since: since, traffic: traffic.since(trafficBefore).since(olderTraffic),
            propagation: propagation, stable: stable,
            oldestIncompleteAge: oldestAge,
            sentPerQuarterSecond: sendRate.wholeQuarters(at: now))
        figures.incompleteCount =
            oldest == nil ? 0 : ledger.incompleteCount(from: firstOpenValue)
        figures.slowestValue =
            oldestAge ?? .zero > propagation.maximum ?? .zero ? oldest?.value : slowestComplete
        return figures
    }

    /// All values below this number are as they were at `former`, an earlier state.
    func firstValueChanged(since former: Measurements) -> Int {
        crashCount == former.crashCount ? min(former.firstOpenValue, firstOpenValue) : 0
    }

    @inline(__always)
    public mutating func record(_ event: TraceEvent, at instant: Instant) {
        switch event {
        case .sent(let envelope):
            sendRate.record(at: instant)
            countSent(envelope)
        case .delivered(let envelope):
            let copies = envelope.message.valueCount
            traffic.serverReceiveCount += 1
            traffic.deliveredCopies += copies
            if isLeftOver(envelope.message) {
                olderTraffic.serverReceiveCount += 1
                olderTraffic.deliveredCopies += copies
            }
        case .learned(let node, let value, let source):
            learn(value, at: node, from: source, instant: instant)
        default:
            recordRare(event, at: instant)
        }
    }

    @inline(__always)
    private mutating func countSent(_ envelope: Envelope) {
        // Most messages, by far, are a single new value; the rest is not compiled into `record`,
        // which must stay small enough to be compiled into the loop.
        guard case .one(let value) = envelope.message.payload,
            case .dissemination = envelope.message.kind
        else { return countSentAtLength(envelope) }
        let bytes = GossipMessage.disseminating(value)
            .wireSize(from: envelope.source, to: envelope.destination)
        traffic.countSent(copies: 1, bytes: bytes)
        if value.index < valueCountBefore { olderTraffic.countSent(copies: 1, bytes: bytes) }
    }

    private mutating func countSentAtLength(_ envelope: Envelope) {
        let message = envelope.message
        let copies = message.valueCount
        let bytes = message.wireSize(from: envelope.source, to: envelope.destination)
        traffic.countSent(copies: copies, bytes: bytes)
        if isLeftOver(message) { olderTraffic.countSent(copies: copies, bytes: bytes) }
    }

    private mutating func recordRare(_ event: TraceEvent, at instant: Instant) {
        switch event {
        case .sent, .delivered, .learned: preconditionFailure("\(event) is not rare")
        case .dropped(let envelope, .cut):
            traffic.cutCount += 1
            if isLeftOver(envelope.message) { olderTraffic.cutCount += 1 }
        case .dropped(let envelope, .lost):
            traffic.lostCount += 1
            if isLeftOver(envelope.message) { olderTraffic.lostCount += 1 }
        case .dropped(let envelope, .down):
            traffic.downCount += 1
            if isLeftOver(envelope.message) { olderTraffic.downCount += 1 }
        case .duplicated(let envelope):
            traffic.duplicateCount += 1
            if isLeftOver(envelope.message) { olderTraffic.duplicateCount += 1 }
        case .invoked(let operation):
            invoke(operation, at: instant)
        case .completed(let operation):
            traffic.replyCount += 1
            checker.complete(operation, at: instant)
        case .timedOut:
            traffic.timeOutCount += 1
            checker.timeOut(at: instant)
        case .topologyChanged, .protocolChanged, .networkChanged, .rateChanged:
            startAnew(at: instant)
        case .killed(let nodes):
            crash(nodes, at: instant)
        case .restarted(let nodes):
            ledger.restart(nodes)
            firstOpenValue = valueCountBefore
        case .nemesisChanged, .partitioned, .healed, .impaired, .paused, .resumed, .entered:
            break
        }
    }

    /// Whether a message does no more than disseminate values accepted before the last change; it
    /// is then counted once more.
    @inline(__always)
    private func isLeftOver(_ message: GossipMessage) -> Bool {
        guard valueCountBefore > 0 else { return false }
        return switch message.payload {
        case .one(let value): value.index < valueCountBefore
        case .batch(let values):
            !values.isEmpty && values.allSatisfy { $0.index < valueCountBefore }
        default: false
        }
    }

    private mutating func invoke(_ operation: ClientOperation, at instant: Instant) {
        switch operation.action {
        case .broadcast: traffic.broadcastCount += 1
        case .read: traffic.readCount += 1
        }
        checker.invoke(operation, at: instant)
    }

    private mutating func learn(
        _ value: ValueID, at node: NodeID, from source: NodeID?, instant: Instant
    ) {
        if source != nil {
            traffic.usefulCopies += 1
            if value.index < valueCountBefore { olderTraffic.usefulCopies += 1 }
        }
        checker.learn(value, at: node)
        if let latency = ledger.learn(value, at: node, from: source, instant: instant) {
            complete(value, after: latency)
        }
    }

    /// What nodes held is gone; a value that they alone lacked is complete now.
    private mutating func crash(_ nodes: NodeSet, at instant: Instant) {
        crashCount += 1
        checker.crash(nodes)
        for (value, latency) in ledger.crash(nodes, at: instant) {
            complete(value, after: latency)
        }
    }

    private mutating func complete(_ value: ValueID, after latency: TimeSpan) {
        while firstOpenValue < ledger.valueCount, ledger.isComplete(ValueID(firstOpenValue)) {
            firstOpenValue += 1
        }
        guard value.index >= valueCountBefore else { return }
        if slowestComplete == nil || latency > propagation.maximum ?? .zero {
            slowestComplete = value
        }
        propagation.record(latency)
        stable.record(checker.stableLatency(ofComplete: value))
    }

    /// Values accepted before a change would measure neither what was nor what is.
    private mutating func startAnew(at instant: Instant) {
        trafficBefore = traffic
        since = instant
        olderTraffic = TrafficCounts()
        valueCountBefore = ledger.valueCount
        firstOpenValue = ledger.valueCount
        propagation = LatencyHistogram()
        stable = LatencyHistogram()
        slowestComplete = nil
    }
}
