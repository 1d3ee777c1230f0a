import Engine
import TestSupport
import Testing

struct SimulatorTests {
    private func trace(_ scenario: Scenario) -> [RecordedTrace.Entry] {
        var simulator = Simulator(scenario, sink: RecordedTrace())
        simulator.runToEnd()
        return simulator.sink.entries
    }

    @Test func operationsComeAtTheRateAskedForWithAnEvenCoin() {
        var scenario = Scenario()
        scenario.topology = .line
        scenario.workload.rate = 1_000
        var reads = 0
        var broadcasts = 0
        for entry in trace(scenario) where entry.instant.sinceStart < .seconds(20) {
            guard case .invoked(let operation) = entry.event else { continue }
            if operation.action == .read { reads += 1 } else { broadcasts += 1 }
        }
        // The gaps are uniform in 0..<2 ms: the count's standard deviation is about sqrt(n / 3).
        #expect(abs(Double(reads + broadcasts) - 20_000) < 4 * (20_000.0 / 3).squareRoot())
        #expect(abs(Double(reads - broadcasts)) < 4 * 20_000.squareRoot())
    }

    @Test func aRunEndsWithTenQuietSecondsAndOneReadPerClient() {
        let trace = trace(Scenario())
        let late = trace.filter { $0.instant.sinceStart >= .seconds(20) }
        var finalReads: [NodeID] = []
        for entry in late {
            guard case .invoked(let operation) = entry.event else { continue }
            #expect(operation.action == .read)
            #expect(entry.instant == Instant(microseconds: 30_000_000))
            finalReads.append(operation.node)
        }
        #expect(finalReads.sorted() == (0..<25).map(NodeID.init))
        #expect(late.contains { $0.event == .entered(.recovering) })
        #expect(trace.last?.event == .entered(.finished))
    }

    @Test func theNemesisCutsAtOnceAndHealsInTurnAndAtTheEnd() {
        var scenario = Preset.blogFaultTolerant.scenario
        scenario.nemesis.interval = .seconds(2)
        var isCut = false
        var starts: [Instant] = []
        for entry in trace(scenario) {
            switch entry.event {
            case .partitioned:
                #expect(!isCut)
                isCut = true
                starts.append(entry.instant)
            case .healed:
                #expect(isCut)
                isCut = false
            case .entered(.recovering):
                #expect(!isCut)
            default: break
            }
        }
        #expect(starts.first == .zero)
        #expect(starts.count > 2)
        #expect(starts.allSatisfy { $0.sinceStart < .seconds(20) })
    }

    @Test func theNemesisAlternatesEvenWhereSomePartitionsBlockNothing() {
        for seed in 1...20 as ClosedRange<UInt64> {
            var scenario = Scenario()
            scenario.nodeCount = 2
            scenario.topology = .line
            scenario.workload.rate = 1
            scenario.seed = seed
            scenario.nemesis.families = [.partition]
            scenario.nemesis.interval = .seconds(1)
            var trace = trace(scenario).filter { entry in
                switch entry.event {
                case .partitioned, .healed: true
                default: false
                }
            }
            // A partition that blocks nothing has nothing to heal; no two cuts stand side by side.
            trace.removeAll { $0.event == .partitioned(.none) }
            for (former, latter) in zip(trace, trace.dropFirst()) {
                #expect((former.event == .healed) != (latter.event == .healed))
            }
            #expect(trace.count > 2)
        }
    }

    @Test func lossTakesTheShareItIsGiven() {
        var scenario = Scenario()
        scenario.network.loss = 0.1
        let report = Experiment(scenario).run()
        let sent = Double(report.traffic.serverSendCount)
        let share = Double(report.traffic.lostCount) / sent
        #expect(abs(share - 0.1) < 4 * (0.1 * 0.9 / sent).squareRoot(), "\(share) lost")
    }

    @Test func everyMessageSentIsDeliveredDroppedOrUnderWay() {
        var scenario = Preset.blogHeapBatched.scenario
        scenario.network.loss = 0.02
        scenario.network.latency.distribution = .exponential
        scenario.nemesis.families = [.partition]
        var simulator = Simulator(
            scenario, sink: Measurements(nodeCount: scenario.nodeCount))
        simulator.run(until: Instant(microseconds: 7_654_321))
        let traffic = simulator.sink.traffic
        let arrived = traffic.serverReceiveCount + traffic.cutCount + traffic.lostCount
        #expect(traffic.cutCount > 0 && traffic.lostCount > 0)
        #expect(traffic.serverSendCount == arrived + simulator.inFlight.count)
    }

    @Test func aSwitchedTopologyCarriesTheNextBroadcast() {
        var simulator = Simulator(.idle, sink: Measurements(nodeCount: 25))
        simulator.apply(.setTopology(.star))
        simulator.apply(.broadcast(at: NodeID(3)))
        while simulator.step() {}
        #expect(simulator.sink.traffic.serverSendCount == 24)
        #expect(simulator.now == Instant(microseconds: 200_000))
    }

    @Test func nothingCanBeChangedOnceARunIsOver() {
        var scenario = Scenario()
        scenario.workload.timeLimit = .seconds(1)
        var simulator = Simulator(scenario, sink: NoTrace())
        simulator.runToEnd()
        let digest = simulator.digest
        simulator.apply(.broadcast(at: NodeID(0)))
        simulator.apply(.partition(.one))
        simulator.run(until: Instant(microseconds: 99_000_000))
        #expect(simulator.digest == digest)
        #expect(simulator.now == Instant(microseconds: 11_000_000))
        #expect(simulator.nextInstant == nil)
    }
}
