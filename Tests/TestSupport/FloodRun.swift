public import Engine

/// One broadcast in an otherwise idle cluster, run until nothing moves.
public struct FloodRun: Sendable {
    /// When each node learned the value, in microseconds; nil for a node that never did.
    public let learnedAt: [Int64?]
    /// What was measured.
    public let measurements: Measurements

    /// Broadcasts at node `origin` of a cluster with `topology` and lets the flood run out.
    public init(
        _ topology: Topology, origin: Int, nodeCount: Int = 25, latency: LatencyModel,
        seed: UInt64 = 1
    ) {
        var scenario = Scenario.idle
        scenario.nodeCount = nodeCount
        scenario.topology = topology
        scenario.network.latency = latency
        scenario.seed = seed
        var simulator = Simulator(scenario, sink: Both(nodeCount: nodeCount))
        simulator.apply(.broadcast(at: NodeID(origin)))
        while simulator.step() {}
        var learnedAt = [Int64?](repeating: nil, count: nodeCount)
        for entry in simulator.sink.trace.entries {
            if case .learned(let node, _, _) = entry.event {
                learnedAt[node.index] = entry.instant.microseconds
            }
        }
        self.learnedAt = learnedAt
        measurements = simulator.sink.measurements
    }
}

/// A trace and what is measured of it.
public struct Both: TraceSink {
    public private(set) var trace = RecordedTrace()
    public private(set) var measurements: Measurements

    public init(nodeCount: Int) {
        measurements = Measurements(nodeCount: nodeCount)
    }

    public mutating func record(_ event: TraceEvent, at instant: Instant) {
        trace.record(event, at: instant)
        measurements.record(event, at: instant)
    }
}

extension Scenario {
    /// The default cluster without clients or an end.
    public static var idle: Scenario {
        var scenario = Scenario()
        scenario.workload.rate = 0
        scenario.workload.timeLimit = nil
        return scenario
    }
}
