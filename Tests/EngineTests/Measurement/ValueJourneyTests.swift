import TestSupport
import Testing

@testable import Engine

/// The journey of each value against what other parts, or theory, say of the same run.
struct ValueJourneyTests {
    /// The journeys of all values of one run, and what is measured of it.
    private struct AllJourneys: TraceSink {
        var journeys: [ValueJourney]
        var both: Both

        init(_ scenario: Scenario, valueCount: Int) {
            journeys = (0..<valueCount).map {
                ValueJourney(of: ValueID($0), nodeCount: scenario.nodeCount)
            }
            both = Both(nodeCount: scenario.nodeCount)
        }

        mutating func record(_ event: TraceEvent, at instant: Instant) {
            for index in journeys.indices { journeys[index].record(event, at: instant) }
            both.record(event, at: instant)
        }
    }

    /// 12 nodes under everything at once, with a repair of the given kind or none.
    private static func turmoil(
        _ mode: AntiEntropy.Mode?, _ delivery: NetworkModel.Delivery, batched: Bool, seed: UInt64
    ) -> Scenario {
        var scenario = Scenario()
        scenario.nodeCount = 12
        scenario.seed = seed
        scenario.network.delivery = delivery
        scenario.network.latency = LatencyModel(meanMilliseconds: 40, distribution: .uniform)
        scenario.network.loss = 0.03
        scenario.workload.rate = 15
        scenario.workload.timeLimit = .seconds(6)
        scenario.recovery = .seconds(1)
        scenario.nemesis.families = Nemesis.Family.allCases
        scenario.nemesis.interval = .milliseconds(700)
        if batched {
            scenario.broadcastProtocol.batching = .every(.milliseconds(90), sendsEmpty: true)
        }
        scenario.broadcastProtocol.antiEntropy = mode.map {
            AntiEntropy($0, every: .milliseconds(400), fanout: 2)
        }
        return scenario
    }

    private static func run(_ scenario: Scenario) -> AllJourneys {
        let valueCount = Experiment(scenario).run().traffic.broadcastCount
        var simulator = Simulator(scenario, sink: AllJourneys(scenario, valueCount: valueCount))
        simulator.runToEnd()
        return simulator.sink
    }

    @Test(arguments: [nil] + AntiEntropy.Mode.allCases, NetworkModel.Delivery.allCases)
    func agreesWithTheCheckerTheLedgerAndTheTraffic(
        mode: AntiEntropy.Mode?, delivery: NetworkModel.Delivery
    ) {
        var stableCount = 0
        for seed in 1...2 as ClosedRange<UInt64> {
            let all = Self.run(
                Self.turmoil(mode, delivery, batched: seed == 2, seed: seed))
            var stable: [Int] = []
            var lost: [ValueID] = []
            for journey in all.journeys {
                switch journey.reads.verdict {
                case .stable(let latency): stable.append(Int(latency.microseconds / 1_000))
                case .lost: lost.append(journey.value)
                case .neverRead: break
                }
            }
            let measurements = all.both.measurements
            #expect(stable.sorted() == measurements.workload.stableLatencies)
            #expect(lost == measurements.workload.lost)
            stableCount += stable.count
            Self.check(all.journeys, against: measurements.ledger)
            Self.check(all.journeys, against: measurements.traffic)
        }
        #expect(stableCount > 10)
    }

    private static func check(_ journeys: [ValueJourney], against ledger: SpreadLedger) {
        #expect(journeys.compactMap(\.propagation).sorted() == ledger.latencies)
        #expect(
            journeys.filter { $0.acceptedAt != nil && $0.heldCount < $0.nodeCount }.map(\.value)
                == ledger.incomplete)
        for journey in journeys {
            for index in 0..<journey.nodeCount {
                let node = NodeID(index)
                let isHeld = ledger.hops(of: journey.value, to: node) != nil
                #expect(journey.isHeld(by: node) == isHeld)
                #expect(journey.absences.contains { $0.node == node } == !isHeld)
            }
            for place in journey.learnings.indices {
                let path = journey.path(to: place)
                #expect(path.map(\.hop) == Array(0..<path.count))
                for (start, end) in zip(path, path.dropFirst()) {
                    #expect(end.carrier?.source == start.node)
                    #expect(start.at <= end.carrier?.sentAt ?? .zero)
                }
            }
        }
    }

    private static func check(_ journeys: [ValueJourney], against traffic: TrafficCounts) {
        let counts = journeys.map(\.carriers)
        func sum(_ count: KeyPath<CarrierCounts, Int>) -> Int {
            counts.reduce(0) { $0 + $1[keyPath: count] }
        }
        #expect(sum(\.sentCount) == traffic.sentCopies)
        #expect(sum(\.deliveredCount) == traffic.deliveredCopies)
        #expect(sum(\.usefulCount) == traffic.usefulCopies)
        #expect(counts.allSatisfy { $0.underWayCount >= 0 && $0.redundantCount >= 0 })
        #expect(journeys.allSatisfy { $0.deliveryCount == traffic.serverReceiveCount })
    }

    @Test func aCountOfDropsIsThatOfTheTrafficWhereAMessageIsOneValue() {
        let all = Self.run(Self.turmoil(nil, .maelstrom, batched: false, seed: 5))
        let counts = all.journeys.map(\.carriers)
        let traffic = all.both.measurements.traffic
        #expect(counts.reduce(0) { $0 + $1.cutCount } == traffic.cutCount)
        #expect(counts.reduce(0) { $0 + $1.lostCount } == traffic.lostCount)
        #expect(counts.reduce(0) { $0 + $1.downCount } == traffic.downCount)
        #expect(counts.reduce(0) { $0 + $1.duplicateCount } == traffic.duplicateCount)
        #expect(min(traffic.cutCount, traffic.lostCount, traffic.downCount) > 0)
        #expect(traffic.duplicateCount > 0)
    }

    @Test(arguments: [(Topology.tree4, 24), (.line, 24), (.grid, 56)])
    func aFloodCostsWhatItsLinksSay(topology: Topology, messageCount: Int) {
        var scenario = Scenario()
        scenario.topology = topology
        scenario.workload.timeLimit = .seconds(1)
        let all = Self.run(scenario)
        #expect(all.journeys.count > 30)
        for journey in all.journeys {
            #expect(journey.carriers.sentCount == messageCount)
            #expect(journey.carriers.usefulCount == 24)
            #expect(journey.carriers.redundantCount == messageCount - 24)
        }
    }

    @Test(arguments: [Topology.grid, .heap, .tree3, .ring])
    func hopsAreDistancesWhereAllLatenciesAreEqual(topology: Topology) {
        var scenario = Scenario()
        scenario.topology = topology
        scenario.network.delivery = .ideal
        scenario.workload.timeLimit = .milliseconds(500)
        let neighbors = topology.neighbors(nodeCount: 25).map { $0.map(\.index) }
        for journey in Self.run(scenario).journeys {
            let origin = journey.learnings[0].node.index
            let distances = Graph.distances(from: origin, neighbors: neighbors)
            #expect(journey.learnings.count == 25)
            for learning in journey.learnings {
                #expect(learning.hop == distances[learning.node.index])
                #expect(
                    learning.at - journey.learnings[0].at == .milliseconds(100)
                        * Int64(learning.hop))
            }
        }
    }

    @Test func theRunIsThatOfAnExperiment() {
        let scenario = Preset.blogFaultTolerant.scenario
        let report = Experiment(scenario).run()
        var progress: [RunProgress] = []
        let journey = JourneyRun(scenario, of: ValueID(3)).run {
            progress.append($0)
            return true
        }
        #expect(journey.phase == .finished)
        #expect(journey.now.sinceStart == report.duration)
        #expect(journey.valueCount == report.traffic.broadcastCount)
        #expect(
            progress.last
                == RunProgress(share: 1, deliveryCount: report.traffic.serverReceiveCount))
        let part = JourneyRun(scenario, of: ValueID(3)).run { $0.share < 0.1 }
        #expect(part.phase == .operating)
        #expect(part.valueCount < journey.valueCount)
    }

    // MARK: By script

    /// A run of `faults` in a line of `nodeCount`, 100 ms a hop, where `node` is given the only
    /// value at 0 ms.
    private static func script(
        nodeCount: Int, _ faults: [ScheduledFault], at node: Int = 0, untilMilliseconds end: Int64
    ) -> ValueJourney {
        var run = FaultRun(nodeCount: nodeCount, faults)
        run.broadcast(at: node, times: [0])
        run.run(untilMilliseconds: end)
        var journey = ValueJourney(of: ValueID(0), nodeCount: nodeCount)
        for entry in run.simulator.sink.trace.entries {
            journey.record(entry.event, at: entry.instant)
        }
        return journey
    }

    private static func node(_ index: Int) -> NodeTarget {
        .nodes(.nodes(NodeSet([NodeID(index)])))
    }

    @Test func aMessageThatWasCutIsWhyANodeLacksTheValue() throws {
        let cut = LinkGroup(
            from: .nodes(NodeSet([NodeID(1)])), to: .nodes(NodeSet([NodeID(2)])), isMutual: false)
        let journey = Self.script(
            nodeCount: 4, [ScheduledFault(.cut(cut), 50, 5_000)], untilMilliseconds: 6_000)
        #expect(journey.absences.map(\.node) == [NodeID(2), NodeID(3)])
        let mishap = try #require(journey.absences[0].mishaps.first)
        #expect(mishap.reason == .cut && mishap.at == Instant(microseconds: 100_000))
        #expect(mishap.carrier.source == NodeID(1))
        #expect(journey.absences[1].mishaps.isEmpty)
        #expect(journey.completion == nil)
    }

    @Test func aCrashIsForgottenAboutAndTheOtherNodesCompleteTheValue() throws {
        let journey = Self.script(
            nodeCount: 3,
            [
                ScheduledFault(.kill(Self.node(0)), 150, 400),
                ScheduledFault(.kill(Self.node(2)), 160, 400),
            ], untilMilliseconds: 1_000)
        // n1 alone is alive with it from the second crash on, and n1>n2 is underway to a dead node.
        let completion = try #require(journey.completion)
        #expect(completion.at == Instant(microseconds: 160_000))
        #expect(completion.learning == nil && Array(completion.crashed) == [NodeID(2)])
        #expect(Array(completion.downNodes) == [NodeID(0), NodeID(2)])
        #expect(journey.learnings[0].forgottenAt == Instant(microseconds: 150_000))
        #expect(journey.absences.map(\.forgottenAt) == [Instant(microseconds: 150_000), nil])
        #expect(journey.absences[1].mishaps.map(\.reason) == [.down])
        #expect(journey.heldCount == 1)
    }

    @Test func clogsPausesAndDuplicatesAreNotedWithTheMessage() throws {
        let links = LinkGroup(from: .everyone, to: .everyone, isMutual: true)
        let journey = Self.script(
            nodeCount: 3,
            [
                ScheduledFault(.clog(links, by: .milliseconds(70)), 0, 120),
                ScheduledFault(.duplication(links, share: 1), 0, 120),
                ScheduledFault(.pause(Self.node(2)), 200, 900),
            ], untilMilliseconds: 2_000)
        let first = try #require(journey.learnings[1].carrier)
        let second = try #require(journey.learnings[2].carrier)
        #expect(journey.learnings.map(\.at.microseconds) == [0, 170_000, 900_000])
        #expect(journey.delay(of: first) == .milliseconds(70))
        #expect(journey.delay(of: second) == .zero)
        #expect(journey.duplicates == [first.number])
        let pauses = journey.outages.outages(
            of: NodeID(2), from: Instant(microseconds: 900_000),
            to: Instant(microseconds: 900_000))
        #expect(pauses.map(\.state) == [.paused])
        #expect(pauses.map(\.start.microseconds) == [200_000])
    }

    @Test func aRequestInAQueueIsBehindTheMessageThatTheQueueWasWaitingFor() {
        var scenario = Scenario()
        scenario.workload.timeLimit = .seconds(2)
        var waitingCount = 0
        for journey in Self.run(scenario).journeys {
            guard let broadcast = journey.broadcast, let accepted = journey.learnings.first else {
                continue
            }
            let waits = accepted.at > broadcast.invokedAt
            #expect((accepted.behind != nil) == waits)
            if waits { waitingCount += 1 }
        }
        #expect(waitingCount > 20)
    }

    @Test func whatWaitsBehindACloggedMessageNamesTheClog() throws {
        var scenario = Scenario()
        scenario.nodeCount = 3
        scenario.topology = .line
        scenario.workload.timeLimit = .seconds(2)
        let links = LinkGroup(
            from: .nodes(NodeSet([NodeID(0)])), to: .nodes(NodeSet([NodeID(1)])), isMutual: false)
        scenario.faults = [
            ScheduledFault(.clog(links, by: .milliseconds(300)), 0, 1_000)
        ]
        var delays: Set<TimeSpan> = []
        for journey in Self.run(scenario).journeys {
            for learning in journey.learnings where learning.node == NodeID(1) {
                guard let first = learning.behind else { continue }
                delays.insert(first.delay)
                // A queue waits for a message as long as it is under way at most.
                guard first.delay == .zero else {
                    #expect(first.source == NodeID(0))
                    #expect(learning.at < Instant(microseconds: 1_400_000))
                    continue
                }
                guard let broadcast = journey.broadcast, learning.carrier == nil else { continue }
                #expect(learning.at - broadcast.invokedAt <= .milliseconds(100))
            }
        }
        #expect(delays == [.zero, .milliseconds(300)])
    }
}
