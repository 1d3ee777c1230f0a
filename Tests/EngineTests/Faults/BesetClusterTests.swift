import TestSupport
import Testing

@testable import Engine

extension Scenario {
    /// A cluster that every kind of fault strikes, at random and by script, for ten seconds.
    static func beset(
        nodeCount: Int, _ delivery: NetworkModel.Delivery, seed: UInt64
    ) -> Scenario {
        var scenario = Preset.blogHeapBatched.scenario
        scenario.nodeCount = nodeCount
        scenario.seed = seed
        scenario.network.delivery = delivery
        scenario.network.latency.distribution = .exponential
        scenario.network.loss = 0.05
        scenario.workload.rate = 30
        scenario.workload.timeLimit = .seconds(10)
        scenario.nemesis.families = Nemesis.Family.allCases
        scenario.nemesis.interval = .seconds(1)
        scenario.broadcastProtocol.antiEntropy?.interval = .seconds(1)
        scenario.faults = [
            ScheduledFault(.partition(.majoritiesRing), 500, 1_500),
            ScheduledFault(.cut(.way(.some(0), .everyone)), 1_000, 4_000),
            ScheduledFault(.loss(.mutual(.everyone, .everyone), share: 0.2), 2_000, nil),
            ScheduledFault(.kill(.subset), 3_000, 5_000),
            ScheduledFault(.pause(.majority), 4_000, 6_000),
        ]
        return scenario
    }
}

/// Everything at once.
struct BesetClusterTests {
    @Test(arguments: NetworkModel.Delivery.allCases, [1, 2, 25])
    func theSameScenarioGivesTheSameTrace(delivery: NetworkModel.Delivery, nodeCount: Int) {
        for seed in 1...2 as ClosedRange<UInt64> {
            let scenario = Scenario.beset(nodeCount: nodeCount, delivery, seed: seed)
            var first = Simulator(scenario, sink: RecordedTrace())
            var second = Simulator(scenario, sink: RecordedTrace())
            first.runToEnd()
            second.runToEnd()
            #expect(first.sink == second.sink)
            #expect(first.digest == second.digest)
        }
    }

    @Test(arguments: NetworkModel.Delivery.allCases, [2_345, 4_321, 7_777])
    func aCheckpointAndItsOriginalRunOnAlike(delivery: NetworkModel.Delivery, time: Int64) {
        var original = Simulator(
            Scenario.beset(nodeCount: 9, delivery, seed: 3), sink: RecordedTrace())
        original.run(until: Instant(microseconds: time * 1_000))
        var checkpoint = original
        original.runToEnd()
        checkpoint.runToEnd()
        #expect(checkpoint.sink == original.sink)
        #expect(checkpoint.digest == original.digest)
    }

    @Test func anotherSeedGivesAnotherDigest() {
        let digests = (1...10 as ClosedRange<UInt64>).map { seed in
            var simulator = Simulator(
                Scenario.beset(nodeCount: 5, .maelstrom, seed: seed), sink: NoTrace())
            simulator.run(until: Instant(microseconds: 1_000_000))
            return simulator.digest
        }
        #expect(Set(digests).count == 10)
    }

    @Test(arguments: NetworkModel.Delivery.allCases)
    func everyMessageSentAndEveryDuplicateIsDeliveredDroppedOrUnderWay(
        delivery: NetworkModel.Delivery
    ) {
        var total = TrafficCounts()
        for seed in 1...5 as ClosedRange<UInt64> {
            var simulator = Simulator(
                Scenario.beset(nodeCount: 25, delivery, seed: seed),
                sink: Measurements(nodeCount: 25))
            for time in [1_234_567, 3_456_789, 5_432_100, 7_654_321] as [Int64] {
                simulator.run(until: Instant(microseconds: time))
                let traffic = simulator.sink.traffic
                let gone = traffic.cutCount + traffic.lostCount + traffic.downCount
                #expect(
                    traffic.serverSendCount + traffic.duplicateCount
                        == traffic.serverReceiveCount + gone + simulator.inFlight.count,
                    "seed \(seed) at \(time) us")
            }
            total.cutCount += simulator.sink.traffic.cutCount
            total.lostCount += simulator.sink.traffic.lostCount
            total.downCount += simulator.sink.traffic.downCount
            total.duplicateCount += simulator.sink.traffic.duplicateCount
        }
        #expect(min(total.cutCount, total.lostCount, total.downCount, total.duplicateCount) > 0)
    }

    /// What the ledger says, against a list of who holds what that is kept by hand.
    @Test(arguments: NetworkModel.Delivery.allCases, [1, 2, 9])
    func theLedgerKnowsWhoHoldsWhat(delivery: NetworkModel.Delivery, nodeCount: Int) {
        for seed in 1...6 as ClosedRange<UInt64> {
            var simulator = Simulator(
                Scenario.beset(nodeCount: nodeCount, delivery, seed: seed),
                sink: Both(nodeCount: nodeCount))
            for second in 1...20 as ClosedRange<Int64> {
                simulator.run(until: Instant(microseconds: second * 1_000_000))
                let ledger = simulator.sink.measurements.ledger
                for (index, node) in simulator.nodes.enumerated() {
                    let held = ValueSet(
                        (0..<ledger.valueCount).map(ValueID.init).filter {
                            ledger.hops(of: $0, to: NodeID(index)) != nil
                        })
                    #expect(held == node.values, "seed \(seed), second \(second), n\(index)")
                }
            }
            let spread = SlowSpread(simulator.sink.trace, nodeCount: nodeCount)
            let ledger = simulator.sink.measurements.ledger
            #expect(ledger.latencies == spread.latencies.sorted(), "seed \(seed)")
            #expect(ledger.incomplete == spread.incomplete, "seed \(seed)")
        }
    }
}

/// How values spread, from a whole trace, looking at every node after every event.
private struct SlowSpread {
    private(set) var latencies: [TimeSpan] = []
    private var holders: [ValueID: Set<NodeID>] = [:]
    private let nodeCount: Int

    /// The values accepted that some node lacks at the end, ascending.
    var incomplete: [ValueID] { holders.filter { $0.value.count < nodeCount }.keys.sorted() }

    init(_ trace: RecordedTrace, nodeCount: Int) {
        self.nodeCount = nodeCount
        var live = Set((0..<nodeCount).map(NodeID.init))
        var acceptedAt: [ValueID: Instant] = [:]
        var complete: Set<ValueID> = []
        for entry in trace.entries {
            switch entry.event {
            case .learned(let node, let value, _):
                acceptedAt[value] = acceptedAt[value] ?? entry.instant
                holders[value, default: []].insert(node)
            case .killed(let nodes):
                live.subtract(nodes)
                for value in holders.keys { holders[value]?.subtract(nodes) }
            case .restarted(let nodes):
                live.formUnion(nodes)
            default: continue
            }
            for (value, nodes) in holders where !nodes.isEmpty && nodes == live {
                guard let acceptedAt = acceptedAt[value], complete.insert(value).inserted else {
                    continue
                }
                latencies.append(entry.instant - acceptedAt)
            }
        }
    }
}
