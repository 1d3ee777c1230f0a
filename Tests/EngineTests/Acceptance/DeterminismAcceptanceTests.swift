import Engine
import TestSupport
import Testing

/// ACCEPTANCE A.7: same scenario, same bits; checkpoints; partitions hold.
struct DeterminismAcceptanceTests {
    /// A scenario in which everything that draws random numbers takes part.
    private func eventful(
        seed: UInt64, _ delivery: NetworkModel.Delivery = .maelstrom
    ) -> Scenario {
        var scenario = Preset.blogHeapBatched.scenario
        scenario.network.delivery = delivery
        scenario.seed = seed
        scenario.network.latency.distribution = .exponential
        scenario.network.loss = 0.05
        scenario.nemesis.families = [.partition]
        scenario.nemesis.interval = .seconds(2)
        scenario.workload.timeLimit = .seconds(10)
        return scenario
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>, NetworkModel.Delivery.allCases)
    func theSameScenarioGivesTheSameTrace(seed: UInt64, delivery: NetworkModel.Delivery) {
        var first = Simulator(eventful(seed: seed, delivery), sink: RecordedTrace())
        var second = Simulator(eventful(seed: seed, delivery), sink: RecordedTrace())
        first.runToEnd()
        second.runToEnd()
        #expect(first.sink == second.sink)
        #expect(first.digest == second.digest)
    }

    @Test func anotherSeedGivesAnotherDigest() {
        let digests = (1...20 as ClosedRange<UInt64>).map { seed in
            var simulator = Simulator(eventful(seed: seed), sink: NoTrace())
            simulator.run(until: Instant(microseconds: 1_000_000))
            return simulator.digest
        }
        #expect(Set(digests).count == 20)
    }

    @Test func aCheckpointAndItsOriginalRunOnAlike() {
        var original = Simulator(eventful(seed: 3), sink: RecordedTrace())
        original.run(until: Instant(microseconds: 4_321_000))
        var checkpoint = original
        original.runToEnd()
        #expect(checkpoint.now == Instant(microseconds: 4_321_000))
        checkpoint.runToEnd()
        #expect(checkpoint.sink == original.sink)
        #expect(checkpoint.digest == original.digest)
    }

    @Test func howTimeIsCutIntoFramesChangesNothing() {
        var whole = Simulator(eventful(seed: 4), sink: NoTrace())
        whole.runToEnd()
        var framed = Simulator(eventful(seed: 4), sink: NoTrace())
        var instant = Instant.zero
        while framed.phase != .finished {
            instant = instant + .microseconds(33_333)
            framed.run(until: instant)
        }
        #expect(framed.digest == whole.digest)
    }

    @Test(arguments: PartitionKind.allCases)
    func noMessageCrossesAPartitionWhileItStandsAndAllMayAfterwards(kind: PartitionKind) {
        var scenario = Scenario.idle
        scenario.workload.rate = 200
        scenario.topology = .total
        scenario.network.delivery = .ideal
        scenario.network.latency.distribution = .uniform
        var simulator = Simulator(scenario, sink: RecordedTrace())
        simulator.run(until: Instant(microseconds: 1_000_000))
        simulator.apply(.partition(kind))
        simulator.run(until: Instant(microseconds: 3_000_000))
        simulator.apply(.heal)
        simulator.run(until: Instant(microseconds: 5_000_000))

        var blocked = BlockedLinks.none
        var cutCount = 0
        var sentAfterHealing: Set<Int> = []
        var arrivedAfterHealing: Set<Int> = []
        for entry in simulator.sink.entries {
            switch entry.event {
            case .partitioned(let links): blocked = links
            case .healed: blocked = .none
            case .sent(let envelope) where entry.instant >= Instant(microseconds: 3_000_000):
                sentAfterHealing.insert(envelope.number)
            case .delivered(let envelope):
                #expect(!blocked.contains(from: envelope.source, to: envelope.destination))
                arrivedAfterHealing.insert(envelope.number)
            case .dropped(let envelope, .cut):
                #expect(blocked.contains(from: envelope.source, to: envelope.destination))
                #expect(entry.instant < Instant(microseconds: 3_000_000))
                cutCount += 1
            default: break
            }
        }
        #expect(cutCount > 0)
        let stillUnderWay = Set(simulator.inFlight.map(\.envelope.number))
        #expect(sentAfterHealing.subtracting(stillUnderWay).isSubset(of: arrivedAfterHealing))
    }
}
