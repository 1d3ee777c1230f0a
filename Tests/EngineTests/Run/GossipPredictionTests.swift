import TestSupport
import Testing

@testable import Engine

struct GossipPredictionTests {
    private static let interval = TimeSpan.seconds(1)
    private static let runCount: UInt64 = LongTests.areWanted ? 3_000 : 100

    /// 25 nodes that exchange about every second, and do nothing else.
    private static func scenario(
        _ mode: AntiEntropy.Mode = .push, latency: Int = 0, seed: UInt64 = 1
    ) -> Scenario {
        var antiEntropy = AntiEntropy(mode, every: interval, fanout: 1)
        antiEntropy.clock = .poisson
        return SpreadRun.scenario(latency: latency, antiEntropy: antiEntropy, seed: seed)
    }

    /// When each node learned a value that came after all clocks had started, in the order of
    /// learning.
    private static func learnedAfter(_ scenario: Scenario) -> [TimeSpan] {
        let start = Instant.zero + interval
        var simulator = Simulator(scenario, sink: Learners())
        simulator.run(until: start)
        simulator.apply(.broadcast(at: NodeID(0)))
        return SpreadRun(&simulator, since: start, limit: .seconds(1_000)).learnedAfter
    }

    @Test(arguments: [
        (AntiEntropy.Mode.push, 7.2498), (.pull, 7.2498), (.pushPull, 3.6249),
        (.pushPullDigest, 3.6249),
    ])
    func theDistributionHasTheKnownMean(mode: AntiEntropy.Mode, mean: Double) throws {
        let prediction = try #require(Prediction(Self.scenario(mode)))
        guard case .gossip(let meanIntervals) = prediction.theory else {
            Issue.record("\(prediction.theory) is not about gossip")
            return
        }
        #expect(abs(meanIntervals - mean) < 1e-4)
        // But for the thousandth at either end that is cut off.
        let ofShares = prediction.latencies.reduce(0) { $0 + $1.share * $1.latency.inSeconds }
        #expect((mean - 0.004..<mean).contains(ofShares))
        #expect(abs(prediction.latencies.reduce(0) { $0 + $1.share } - 1) < 1e-12)
        #expect(prediction.latencies.allSatisfy { $0.share > 0 && $0.share < 0.01 })
        #expect(prediction.messagesPerBroadcast == nil)
    }

    @Test func theCoverageGrowsFromTheOriginToAll() throws {
        let prediction = try #require(Prediction(Self.scenario(latency: 20)))
        #expect(prediction.coverage(after: .zero) == 1.0 / 25)
        #expect(zip(prediction.coverage, prediction.coverage.dropFirst()).allSatisfy(<=))
        #expect(prediction.coverage(after: .seconds(60)) > 0.999)
        #expect(prediction.coverage(after: .seconds(60)) <= 1)
    }

    /// On Maelstrom's network, and with all that is said not to matter.
    @Test(arguments: AntiEntropy.Mode.allCases)
    func simulatedRunsAgree(mode: AntiEntropy.Mode) throws {
        func scenario(seed: UInt64) -> Scenario {
            var scenario = Self.scenario(mode, seed: seed)
            scenario.topology = .total
            scenario.network.delivery = .maelstrom
            scenario.broadcastProtocol.batching = .every(.seconds(1), sendsEmpty: true)
            scenario.broadcastProtocol.antiEntropy?.relays = seed.isMultiple(of: 2)
            return scenario
        }
        let prediction = try #require(Prediction(scenario(seed: 1)))
        let runs = (1...Self.runCount).map { Self.learnedAfter(scenario(seed: $0)) }
        for share in [0.1, 0.5, 0.9] {
            let limit = prediction.quantile(share)
            let within = Sample(values: runs.map { ($0.last ?? .zero) <= limit ? 1 : 0 })
            within.expectMean(share, variance: share * (1 - share))
        }
        for tenths in [1, 3, 5, 8, 10] as [Int64] {
            let age = TimeSpan(microseconds: prediction.quantile(0.5).microseconds * tenths / 10)
            let known = Sample(
                values: runs.map { run in Double(run.count { $0 <= age }) / 25 })
            known.expectMean(prediction.coverage(after: age), variance: known.variance)
        }
    }

    /// With the same seed the clocks ring alike whatever the latency, so that pairs of runs with
    /// and without it tell its cost more precisely than their means.
    @Test(arguments: [
        (AntiEntropy.Mode.push, 100), (.pull, 100), (.pushPull, 100), (.pushPullDigest, 50),
    ])
    func theLatencyCostsAsManyHopsAsTheWayHas(mode: AntiEntropy.Mode, latency: Int) throws {
        let still = try #require(Prediction(Self.scenario(mode)))
        let delayed = try #require(Prediction(Self.scenario(mode, latency: latency)))
        let costs = (1...Self.runCount).map { seed in
            zip(
                Self.learnedAfter(Self.scenario(mode, latency: latency, seed: seed)),
                Self.learnedAfter(Self.scenario(mode, seed: seed))
            ).map { ($0 - $1).inSeconds }
        }
        // A tenth of the cost may be what the formula leaves out.
        let ofLast = Sample(values: costs.map { $0.last ?? 0 })
        let expected = (delayed.quantile(0.5) - still.quantile(0.5)).inSeconds
        ofLast.expectMean(in: 0.9 * expected...expected, variance: ofLast.variance)
        let ofAll = Sample(values: costs.map { $0.reduce(0, +) / 25 })
        let mean = Self.meanLatency(of: delayed) - Self.meanLatency(of: still)
        ofAll.expectMean(in: 0.9 * mean...mean, variance: ofAll.variance)
    }

    /// When a node learns a value on average, in seconds: the area above the coverage.
    private static func meanLatency(of prediction: Prediction) -> Double {
        prediction.coverage.reduce(0) { $0 + (1 - $1) * prediction.step.inSeconds }
    }

    @Test func amongTwoNodesAnyFanOutIsOne() throws {
        var scenario = Self.scenario()
        scenario.nodeCount = 2
        scenario.broadcastProtocol.antiEntropy?.fanout = 5
        let prediction = try #require(Prediction(scenario))
        #expect(prediction.theory == .gossip(meanIntervals: 1))
        scenario.nodeCount = 3
        #expect(Prediction(scenario) == nil)
    }

    @Test(
        arguments: [
            { $0.broadcastProtocol.antiEntropy?.clock = .periodic },
            { $0.broadcastProtocol.antiEntropy?.clock = .synchronous },
            { $0.broadcastProtocol.antiEntropy?.fanout = 2 },
            { $0.broadcastProtocol.antiEntropy = nil },
            { $0.broadcastProtocol.dissemination = .infectAndDie(fanout: 1) },
            { $0.network.latency.meanMilliseconds = 101 },
            { $0.network.latency.distribution = .exponential }, { $0.network.loss = 0.01 },
            { $0.nodeCount = 1 }, { $0.nodeCount = 1_001 },
        ] as [@Sendable (inout Scenario) -> Void])
    func whereNoFormulaHoldsNothingIsPredicted(change: @Sendable (inout Scenario) -> Void) {
        var scenario = Self.scenario(latency: 100)
        #expect(Prediction(scenario) != nil)
        change(&scenario)
        #expect(Prediction(scenario) == nil)
    }
}
