import Engine
import TestSupport
import Testing

/// Maelstrom's delivering threads: one per receiver, asleep on what it took until that is due.
struct MaelstromDeliveryTests {
    private func simulator(
        nodeCount: Int, topology: Topology, _ latency: LatencyModel
    ) -> Simulator<RecordedTrace> {
        var scenario = Scenario.idle
        scenario.nodeCount = nodeCount
        scenario.topology = topology
        scenario.network.latency = latency
        return Simulator(scenario, sink: RecordedTrace())
    }

    private func completionTimes(_ simulator: Simulator<RecordedTrace>) -> [Int64] {
        simulator.sink.entries.compactMap { entry in
            guard case .completed = entry.event else { return nil }
            return entry.instant.microseconds / 1_000
        }
    }

    @Test func aRequestReachesAnIdleNodeAtOnce() {
        var simulator = simulator(
            nodeCount: 2, topology: .line, LatencyModel(meanMilliseconds: 100))
        simulator.run(until: Instant(microseconds: 30_000))
        simulator.apply(.broadcast(at: NodeID(0)))
        while simulator.step() {}
        #expect(completionTimes(simulator) == [30])
    }

    @Test func aRequestWaitsBehindTheMessageThatTheThreadSleepsOn() {
        var simulator = simulator(
            nodeCount: 2, topology: .line, LatencyModel(meanMilliseconds: 100))
        simulator.apply(.broadcast(at: NodeID(0)))
        simulator.run(until: Instant(microseconds: 40_000))
        // n1 sleeps until 100 ms on what n0 sent at 0 ms.
        simulator.apply(.broadcast(at: NodeID(1)))
        while simulator.step() {}
        #expect(completionTimes(simulator) == [0, 100])
    }

    @Test func withRandomLatenciesTheFirstMessageTakenHoldsUpThoseThatAreDueBeforeIt() {
        var heldUp = 0
        for seed in 1...20 as ClosedRange<UInt64> {
            var scenario = Scenario.idle
            scenario.nodeCount = 2
            scenario.topology = .line
            scenario.seed = seed
            scenario.network.latency = LatencyModel(
                meanMilliseconds: 100, distribution: .exponential)
            var simulator = Simulator(scenario, sink: RecordedTrace())
            for step in 0..<10 {
                simulator.apply(.broadcast(at: NodeID(0)))
                simulator.run(until: Instant(microseconds: Int64(step) * 1_000))
            }
            while simulator.step() {}
            let deliveries = simulator.sink.entries.compactMap { entry -> Int? in
                guard case .delivered(let envelope) = entry.event else { return nil }
                return envelope.number
            }
            #expect(deliveries.first == 0, "the thread was idle when the first one came")
            #expect(deliveries.count == 10)
            if deliveries != deliveries.sorted() { heldUp += 1 }
        }
        #expect(heldUp > 0)
    }

    @Test func whatTheThreadTookBeforeACutArrivesAndWhatItTakesLaterDoesNot() {
        var simulator = simulator(
            nodeCount: 2, topology: .line, LatencyModel(meanMilliseconds: 100))
        simulator.apply(.broadcast(at: NodeID(0)))
        simulator.run(until: Instant(microseconds: 10_000))
        simulator.apply(.broadcast(at: NodeID(0)))
        simulator.apply(.partition(.one))
        while simulator.step() {}
        let fates = simulator.sink.entries.compactMap { entry -> String? in
            switch entry.event {
            case .delivered(let envelope): "delivered \(envelope.number)"
            case .dropped(let envelope, .cut): "cut \(envelope.number)"
            default: nil
            }
        }
        #expect(fates == ["delivered 0", "cut 1"])
    }

    @Test func clientsWaitAMedianOfAThirdOfTheLatencyUnderTheChallengesLoad() throws {
        var simulator = Simulator(Scenario(), sink: RecordedTrace())
        simulator.runToEnd()
        var invoked: [Int: Instant] = [:]
        var waits: [TimeSpan] = []
        for entry in simulator.sink.entries {
            switch entry.event {
            case .invoked(let operation): invoked[operation.number] = entry.instant
            case .completed(let operation):
                waits.append(entry.instant - (try #require(invoked[operation.number])))
            default: break
            }
        }
        let quantiles = Quantiles(sorted: waits.sorted())
        // Measured on real runs: a median of 28 ms, up to 100 ms.
        let median = try #require(quantiles[0.5]).inMilliseconds
        #expect((20...36).contains(median), "median wait \(median) ms")
        #expect(try #require(quantiles[1]) <= .milliseconds(100))
    }
}
