/// A sink that measures all that an experiment measures.
protocol MeasuringSink: TraceSink {
    var measurements: Measurements { get }
}

extension Measurements: MeasuringSink {
    var measurements: Measurements { self }
}

/// What a person who watches a run wants to know besides what is measured: what happened lately,
/// who bears the load, and which way values came.
struct Observation: MeasuringSink {
    private(set) var measurements: Measurements
    private(set) var journal = Journal()
    /// Entry i counts node i's messages since topology, protocol, network or rate last changed.
    private(set) var loads: [NodeLoad]
    private(set) var arrivals = ArrivalLog()
    /// The latest message that was delivered, which brought what is learned next.
    private var carrier: (kind: GossipMessage.Kind, sentAt: Instant) = (.dissemination, .zero)
    /// How many batches have been sent, empty ones included.
    private(set) var batchCount = 0

    /// Nothing seen yet of a cluster of `nodeCount` nodes.
    init(nodeCount: Int) {
        measurements = Measurements(nodeCount: nodeCount)
        loads = Array(repeating: NodeLoad(), count: nodeCount)
    }

    mutating func record(_ event: TraceEvent, at instant: Instant) {
        measurements.record(event, at: instant)
        journal.record(event, at: instant)
        switch event {
        case .sent(let envelope):
            loads[envelope.source.index].sentCount += 1
            if case .batch = envelope.message.payload { batchCount += 1 }
        case .delivered(let envelope):
            loads[envelope.destination.index].receivedCount += 1
            carrier = (envelope.message.kind, envelope.sentAt)
        case .learned(let node, let value, let source?):
            arrivals.learn(
                value,
                by: ValueArrivals.Arrival(
                    node: node, source: source, kind: carrier.kind, sentAt: carrier.sentAt,
                    at: instant))
        case .learned(let node, let value, nil):
            arrivals.learn(value, by: ValueArrivals.Arrival(node: node, at: instant))
        case .topologyChanged, .protocolChanged, .networkChanged, .rateChanged:
            loads = Array(repeating: NodeLoad(), count: loads.count)
        default: break
        }
    }
}
