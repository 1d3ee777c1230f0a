import TestSupport
import Testing

@testable import Engine

struct FloodPredictionTests {
    private static func scenario(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
        var scenario = Scenario()
        change(&scenario)
        return scenario
    }

    /// Messages per flood and the least and greatest eccentricity, from the topologies'
    /// definitions.
    @Test(arguments: [
        (Topology.grid, 56, 4, 8), (.ring, 26, 12, 12), (.line, 24, 12, 24), (.tree4, 24, 3, 5),
        (.tree2, 24, 4, 8), (.star, 24, 1, 2), (.total, 576, 1, 1),
    ])
    func theFormulasGiveWhatIsKnown(topology: Topology, messages: Int, least: Int, most: Int) throws
    {
        let prediction = try #require(Prediction(Self.scenario { $0.topology = topology }))
        #expect(prediction.messagesPerBroadcast == messages)
        #expect(prediction.latencies.first?.latency == .milliseconds(Int64(100 * least)))
        #expect(prediction.latencies.last?.latency == .milliseconds(Int64(100 * most)))
        #expect(abs(prediction.latencies.reduce(0) { $0 + $1.share } - 1) < 1e-12)
        #expect(prediction.coverage.first == 1.0 / 25)
        #expect(prediction.coverage.last == 1)
        #expect(prediction.coverage(after: .milliseconds(-1)) == 0)
        #expect(prediction.coverage(after: .seconds(60)) == 1)
    }

    @Test func theHeapReachesAllInFiveHopsAndHasNoFormulaForItsMessages() throws {
        let prediction = try #require(Prediction(Self.scenario { $0.topology = .heap }))
        #expect(prediction.messagesPerBroadcast == nil)
        #expect(prediction.latencies.last?.latency == .milliseconds(500))
    }

    /// Every node once, on a network without queues: the very distribution.
    @Test(arguments: Topology.allCases)
    func aFloodFromEveryNodeIsAsPredicted(topology: Topology) throws {
        let scenario = Self.scenario {
            $0.topology = topology
            $0.network.delivery = .ideal
            $0.workload.rate = 0
            $0.workload.timeLimit = nil
        }
        let prediction = try #require(Prediction(scenario))
        var run = WatchedRun(scenario)
        for node in 0..<25 {
            run.apply(.broadcast(at: NodeID(node)))
            // Between two hops, where what theory and run say is the same for a while.
            for hops in 0..<prediction.coverage.count {
                run.run(until: run.now + .milliseconds(hops == 0 ? 50 : 100))
            }
            run.run(until: run.now + .seconds(3))
        }
        let measured = run.snapshot(newest: 0).figures
        for share in stride(from: 0.0, through: 1, by: 0.125) {
            #expect(measured.propagation.quantile(share) == prediction.quantile(min(share, 0.999)))
        }
        if let messages = prediction.messagesPerBroadcast {
            #expect(measured.traffic.messagesPerBroadcast == Double(messages))
        }
    }

    @Test func theCoverageIsTheMeanOverAllOrigins() throws {
        let scenario = Self.scenario {
            $0.network.delivery = .ideal
            $0.workload.rate = 0
            $0.workload.timeLimit = nil
        }
        let prediction = try #require(Prediction(scenario))
        for age in [0, 50, 100, 350, 799, 800] as [Int64] {
            var known = 0
            for node in 0..<25 {
                var run = WatchedRun(scenario)
                run.apply(.broadcast(at: NodeID(node)))
                run.run(until: .zero + .milliseconds(age))
                known += run.snapshot(newest: 1).recentValues[0].holderCount
            }
            #expect(prediction.coverage(after: .milliseconds(age)) == Double(known) / 625)
        }
    }

    @Test(
        arguments: [
            { $0.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: false) },
            { $0.broadcastProtocol.dissemination = .infectAndDie(fanout: 3) },
            { $0.network.latency.distribution = .uniform }, { $0.network.loss = 0.01 },
            { $0.nodeCount = 5_000 },
        ] as [@Sendable (inout Scenario) -> Void])
    func whereNoFormulaHoldsNothingIsPredicted(change: @Sendable (inout Scenario) -> Void) {
        #expect(Prediction(Self.scenario(change)) == nil)
    }
}
