import TestSupport
import Testing

@testable import Engine

/// Network, rate and nemesis changed while the cluster runs.
struct LiveChangeTests {
    private func simulator(
        _ change: (inout Scenario) -> Void = { _ in }
    ) -> Simulator<RecordedTrace> {
        var scenario = Scenario()
        scenario.nodeCount = 9
        scenario.workload.timeLimit = nil
        change(&scenario)
        return Simulator(scenario, sink: RecordedTrace())
    }

    private func entries(
        _ simulator: Simulator<RecordedTrace>, from start: Int64, to end: Int64
    ) -> [RecordedTrace.Entry] {
        let stretch = Instant(microseconds: start * 1_000)..<Instant(microseconds: end * 1_000)
        return simulator.sink.entries.filter { stretch.contains($0.instant) }
    }

    private func operationCount(
        _ simulator: Simulator<RecordedTrace>, from start: Int64, to end: Int64
    ) -> Int {
        entries(simulator, from: start, to: end).count {
            if case .invoked = $0.event { true } else { false }
        }
    }

    @Test func messagesSentAfterAChangeOfLatencyTakeTheNewOne() {
        var simulator = simulator {
            $0.network.delivery = .ideal
            $0.workload.rate = 20
        }
        simulator.run(until: .zero + .seconds(2))
        var network = simulator.current.network
        network.latency = LatencyModel(meanMilliseconds: 10)
        simulator.apply(.setNetwork(network))
        simulator.run(until: .zero + .seconds(4))
        var seen: Set<TimeSpan> = []
        for case let (instant, .delivered(envelope)) in simulator.sink.entries.map({
            ($0.instant, $0.event)
        }) {
            let isNew = envelope.sentAt >= .zero + .seconds(2)
            #expect(instant - envelope.sentAt == .milliseconds(isNew ? 10 : 100))
            seen.insert(instant - envelope.sentAt)
        }
        #expect(seen.count == 2)
        #expect(simulator.current.network.latency.meanMilliseconds == 10)
        #expect(simulator.scenario.network.latency.meanMilliseconds == 100)
    }

    @Test func everythingIsLostFromTheMomentThatLossIsTotal() {
        var simulator = simulator()
        simulator.run(until: .zero + .seconds(1))
        var network = simulator.current.network
        network.loss = 1
        simulator.apply(.setNetwork(network))
        simulator.run(until: .zero + .seconds(2))
        let later = entries(simulator, from: 1_001, to: 2_000)
        let sent = later.count { if case .sent = $0.event { true } else { false } }
        let lost = later.count { if case .dropped(_, .lost) = $0.event { true } else { false } }
        #expect(sent > 0 && sent == lost)
    }

    /// 4 standard errors of a sum of uniform gaps are 4 * sqrt(n / 3) operations.
    @Test(arguments: [(10.0, 100.0), (100.0, 10.0), (0.0, 100.0), (0.01, 100.0)])
    func clientsTakeUpTheNewRateAtOnce(before: Double, after: Double) {
        var simulator = simulator {
            $0.workload.rate = before
            $0.network.latency.meanMilliseconds = 0
        }
        simulator.run(until: .zero + .seconds(10))
        simulator.apply(.setRate(after))
        simulator.run(until: .zero + .seconds(20))
        for (rate, start) in [(before, Int64(0)), (after, 10_000)] {
            let count = operationCount(simulator, from: start, to: start + 10_000)
            let error = 4 * (rate * 10 / 3).squareRoot() + 1
            #expect(abs(Double(count) - rate * 10) <= error, "\(count) at \(rate) a second")
        }
    }

    @Test func clientsFallSilentAtRateZeroAndWorkAgainLater() {
        var simulator = simulator { $0.network.delivery = .ideal }
        simulator.run(until: .zero + .seconds(1))
        simulator.apply(.setRate(0))
        simulator.run(until: .zero + .seconds(5))
        #expect(operationCount(simulator, from: 1_001, to: 5_000) == 0)
        simulator.apply(.setRate(100))
        simulator.run(until: .zero + .seconds(6))
        #expect(operationCount(simulator, from: 5_000, to: 6_000) > 50)
    }

    @Test func aNewRateWaitsForAClientToBeFreeWhenNoneIs() {
        var simulator = simulator {
            $0.nodeCount = 1
            $0.workload.rate = 1_000
            $0.faults = [
                ScheduledFault(.pause(.nodes(.everyone)), 0, 3_000)
            ]
        }
        simulator.run(until: .zero + .seconds(2))
        simulator.apply(.setRate(100))
        simulator.run(until: .zero + .seconds(10))
        #expect(operationCount(simulator, from: 10, to: 2_900) == 0)
        let count = operationCount(simulator, from: 4_000, to: 10_000)
        #expect((500...700).contains(count), "\(count) in six seconds")
    }

    @Test func aTimeLimitHoldsForTheNewRateToo() {
        var simulator = simulator { $0.workload.timeLimit = .seconds(3) }
        simulator.run(until: .zero + .seconds(1))
        simulator.apply(.setRate(500))
        simulator.runToEnd()
        // But for the final reads.
        #expect(operationCount(simulator, from: 3_000, to: 13_000) == 0)
        #expect(simulator.phase == .finished)
    }

    @Test func anotherNemesisTakesTheTurnsOfTheOneBefore() {
        var simulator = simulator {
            $0.nemesis.families = [.kill]
            $0.nemesis.interval = .seconds(1)
        }
        simulator.run(until: .zero + .seconds(10))
        var nemesis = Nemesis()
        nemesis.families = [.partition]
        nemesis.interval = .seconds(1)
        simulator.apply(.setNemesis(nemesis))
        #expect(simulator.nodeStates.allSatisfy { $0 == .running })
        simulator.run(until: .zero + .seconds(40))
        let later = entries(simulator, from: 10_001, to: 40_000)
        #expect(!later.contains { if case .killed = $0.event { true } else { false } })
        #expect(later.contains { if case .partitioned = $0.event { true } else { false } })
        simulator.apply(.setNemesis(Nemesis()))
        #expect(simulator.faultsInForce.isEmpty)
        simulator.run(until: .zero + .seconds(80))
        #expect(simulator.faultsInForce.isEmpty)
    }

    @Test func exactlyTheLinksThatAreNamedAreHealed() {
        var simulator = simulator()
        let links = LinkGroup.mutual(.some(1), .some(2))
        let others = LinkGroup.mutual(.some(0), .some(1))
        for cut in [links, others] { simulator.apply(.strike(.cut(cut))) }
        simulator.apply(.healLinks(.mutual(.some(2), .some(1))))
        #expect(simulator.faultsInForce == [.cut(others)])
        simulator.apply(.healLinks(links))
        #expect(simulator.faultsInForce == [.cut(others)])
    }

    @Test func changesAreOnePartOfTheDigest() {
        func digest(_ commands: [ClusterCommand]) -> UInt64 {
            var simulator = simulator { $0.workload.rate = 0 }
            for command in commands { simulator.apply(command) }
            return simulator.digest
        }
        var network = NetworkModel()
        network.loss = 0.5
        let digests = [
            digest([]), digest([.setNetwork(NetworkModel())]), digest([.setNetwork(network)]),
            digest([.setRate(0)]), digest([.setNemesis(Nemesis())]),
        ]
        #expect(Set(digests).count == digests.count)
        #expect(digest([.setNetwork(network)]) == digests[2])
    }
}
