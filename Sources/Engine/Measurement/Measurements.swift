/// Everything measured of a run, folded from its trace.
public struct Measurements: TraceSink {
    /// Who learned what, and when.
    public private(set) var ledger: SpreadLedger
    /// Messages and operations since the start.
    public private(set) var traffic = TrafficCounts()

    private var checker: SetFullChecker
    private var sendRate = SendRate()
    /// What was counted when the topology or protocol last changed.
    private var trafficBefore = TrafficCounts()
    private var since = Instant.zero
    private var valueCountBefore = 0
    private var propagation = LatencyHistogram()
    private var stable = LatencyHistogram()

    /// Nothing measured yet, of a cluster of `nodeCount` nodes.
    public init(nodeCount: Int) {
        ledger = SpreadLedger(nodeCount: nodeCount)
        checker = SetFullChecker(nodeCount: nodeCount)
    }

    /// What Maelstrom's checker would report at this moment. O(values x nodes).
    public var workload: SetFullResults { checker.results(ledger) }

    /// The figures at `now` since the topology or protocol last changed.
    public func figures(at now: Instant) -> RunFigures {
        RunFigures(
            since: since, traffic: traffic.since(trafficBefore), propagation: propagation,
            stable: stable, sentPerQuarterSecond: sendRate.wholeQuarters(at: now))
    }

    public mutating func record(_ event: TraceEvent, at instant: Instant) {
        switch event {
        case .sent:
            traffic.serverSendCount += 1
            sendRate.record(at: instant)
        case .delivered(let envelope):
            traffic.serverReceiveCount += 1
            traffic.deliveredCopies += envelope.message.valueCount
        case .dropped(_, .cut):
            traffic.cutCount += 1
        case .dropped(_, .lost):
            traffic.lostCount += 1
        case .learned(let node, let value, let source):
            learn(value, at: node, from: source, instant: instant)
        case .invoked(let operation):
            invoke(operation, at: instant)
        case .completed(let operation):
            traffic.replyCount += 1
            checker.complete(operation, at: instant)
        case .timedOut:
            checker.timeOut(at: instant)
        case .topologyChanged, .protocolChanged:
            startAnew(at: instant)
        case .partitioned, .healed, .entered:
            break
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
        if source != nil { traffic.usefulCopies += 1 }
        checker.learn(value, at: node)
        let latency = ledger.learn(value, at: node, from: source, instant: instant)
        guard let latency, value.index >= valueCountBefore else { return }
        propagation.record(latency)
        stable.record(checker.stableLatency(ofComplete: value))
    }

    /// Values accepted before a change would measure neither what was nor what is.
    private mutating func startAnew(at instant: Instant) {
        trafficBefore = traffic
        since = instant
        valueCountBefore = ledger.valueCount
        propagation = LatencyHistogram()
        stable = LatencyHistogram()
    }
}
