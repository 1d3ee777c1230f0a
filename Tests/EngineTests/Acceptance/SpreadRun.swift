import Engine
import TestSupport

/// One value in an otherwise idle cluster, from its broadcast until every node holds it or nothing
/// that happens within a limit can change that.
struct SpreadRun {
    /// When each node that holds the value learned it, after the broadcast, in the order of
    /// learning.
    let learnedAfter: [TimeSpan]
    /// Messages sent.
    let messageCount: Int

    /// A broadcast at `origin` in a cluster as `scenario` has it, over at the latest after `limit`.
    init(_ scenario: Scenario, origin: NodeID = NodeID(0), limit: TimeSpan = .seconds(1_000_000)) {
        var simulator = Simulator(scenario, sink: Learners())
        simulator.apply(.broadcast(at: origin))
        self.init(&simulator, since: .zero, limit: limit)
    }

    /// Lets `simulator` go on.
    init(_ simulator: inout Simulator<Learners>, since start: Instant, limit: TimeSpan) {
        while simulator.sink.instants.count < simulator.nodes.count,
            let next = simulator.nextInstant, next <= start + limit
        {
            simulator.step()
        }
        learnedAfter = simulator.sink.instants.map { $0 - start }
        messageCount = simulator.sink.messageCount
    }

    /// A cluster without clients whose nodes exchange values in no way but `antiEntropy`.
    static func scenario(
        nodeCount: Int = 25, latency: Int, antiEntropy: AntiEntropy, seed: UInt64
    ) -> Scenario {
        var scenario = Scenario.idle
        scenario.nodeCount = nodeCount
        // Without dissemination no link matters; a line has the fewest.
        scenario.topology = .line
        scenario.broadcastProtocol = BroadcastProtocol(
            dissemination: .none, antiEntropy: antiEntropy)
        scenario.network.delivery = .ideal
        scenario.network.latency = LatencyModel(meanMilliseconds: latency)
        scenario.seed = seed
        return scenario
    }
}

/// When nodes learned the only value there is.
struct Learners: TraceSink {
    private(set) var instants: [Instant] = []
    private(set) var messageCount = 0

    mutating func record(_ event: TraceEvent, at instant: Instant) {
        switch event {
        case .learned: instants.append(instant)
        case .sent: messageCount += 1
        default: break
        }
    }
}
