import TestSupport
import Testing

@testable import Engine

struct NemesisTests {
    /// What one family did to a cluster over a long time: when it struck and when it undid it.
    private func turns(
        _ families: [Nemesis.Family], seed: UInt64 = 1
    ) -> [(instant: Instant, event: TraceEvent)] {
        var run = FaultRun(nodeCount: 7, []) {
            $0.nemesis.families = families
            $0.nemesis.interval = .seconds(2)
            $0.seed = seed
        }
        run.run(untilMilliseconds: 1_000_000)
        return run.simulator.sink.trace.entries.map { ($0.instant, $0.event) }
    }

    /// Whether the event is a strike of the nemesis (true), its undoing (false) or neither (nil).
    private func isStrike(_ event: TraceEvent) -> Bool? {
        switch event {
        case .killed, .paused, .partitioned: true
        case .impaired(let faults): !faults.isEmpty
        case .restarted, .resumed, .healed: false
        default: nil
        }
    }

    @Test(arguments: Nemesis.Family.allCases)
    func aFamilyStrikesAtOnceAndThenUndoesAndStrikesInTurn(family: Nemesis.Family) {
        let turns = turns([family]).filter { isStrike($0.event) != nil }
        #expect(turns.first?.instant == .zero)
        #expect(turns.enumerated().allSatisfy { isStrike($1.event) == ($0 % 2 == 0) })
        let gaps = zip(turns, turns.dropFirst()).map { $1.instant - $0.instant }
        #expect(gaps.allSatisfy { $0 >= .zero && $0 < .seconds(4) })
        // Uniform in 0..<4 s: mean 2 s, standard deviation 4 s / sqrt 12.
        let count = Double(gaps.count)
        let mean = gaps.reduce(0) { $0 + $1.inSeconds } / count
        let error = 4 / (12 * count).squareRoot()
        #expect(abs(mean - 2) < 4 * error, "mean gap \(mean) s, standard error \(error) s")
        #expect(gaps.contains { $0 < .milliseconds(200) })
        #expect(gaps.contains { $0 > .milliseconds(3_800) })
    }

    @Test func killAndPauseShareATimelineOnWhichEachAlternates() {
        var nemesis = Nemesis()
        nemesis.families = [.kill, .pause]
        var timelines = NemesisTimeline.timelines(of: nemesis)
        #expect(timelines.count == 1)
        var random = RandomStream(seed: 5, purpose: .faults)
        var strikes: [Nemesis.Family: [Bool]] = [:]
        for _ in 0..<2_000 {
            let turn = timelines[0].takeTurn(random: &random)
            strikes[turn.family, default: []].append(turn.strikes)
        }
        for (_, turns) in strikes {
            #expect(turns.enumerated().allSatisfy { $1 == ($0 % 2 == 0) })
            #expect(abs(Double(turns.count) - 1_000) < 4 * (2_000 * 0.25).squareRoot())
        }
        #expect(strikes.count == 2)
    }

    @Test func everyOtherFamilyHasATimelineOfItsOwn() {
        var nemesis = Nemesis()
        nemesis.families = Nemesis.Family.allCases
        #expect(NemesisTimeline.timelines(of: nemesis).count == 5)
        #expect(NemesisTimeline.timelines(of: Nemesis()).isEmpty)
    }

    @Test(arguments: [Nemesis.Family.kill, .pause, .loss, .duplicate, .clog])
    func everyTargetIsDrawnEquallyOften(family: Nemesis.Family) {
        var random = RandomStream(seed: 6, purpose: .faults)
        var sizes = [Int](repeating: 0, count: 26)
        for _ in 0..<6_000 {
            let fault = family.drawFault(nodeCount: 25, random: &random)
            sizes[struck(fault, &random).count] += 1
        }
        // A subset has each size 1 to 25 with chance 1/25.
        let expected: [Int: Double] = [1: 1, 8: 1, 12: 1, 13: 1, 25: 1]
        for size in 1...25 {
            let share = ((expected[size] ?? 0) + 1.0 / 25) / 6
            let error = (6_000 * share * (1 - share)).squareRoot()
            #expect(abs(Double(sizes[size]) - 6_000 * share) < 4 * error, "\(size): \(sizes)")
        }
        #expect(sizes[0] == 0)
    }

    /// The nodes that a fault of the nemesis strikes in a cluster of 25, which is as it should be.
    private func struck(_ fault: Fault, _ random: inout RandomStream) -> NodeSet {
        switch fault {
        case .kill(let target), .pause(let target):
            return target.draw(nodeCount: 25, random: &random).nodes(nodeCount: 25)
        case .loss(let links, 0.5), .duplication(let links, 0.5),
            .clog(let links, .milliseconds(500)):
            #expect(links.isMutual && links.destinations == .everyone)
            return links.sources.nodes(nodeCount: 25)
        default:
            return NodeSet()
        }
    }

    @Test func partitionsComeAndGoByThemselvesAsTheyAlwaysDid() {
        var scenario = Preset.blogFaultTolerant.scenario
        scenario.nemesis.interval = .seconds(2)
        scenario.seed = 7
        var simulator = Simulator(scenario, sink: RecordedTrace())
        simulator.runToEnd()
        let story = simulator.sink.entries.compactMap { entry -> String? in
            let time = entry.instant.microseconds
            switch entry.event {
            case .partitioned(let links): return "\(time) \(links.sides(nodeCount: 5))"
            case .healed: return "\(time) healed"
            default: return nil
            }
        }
        #expect(
            story == [
                "0 [0, 1, 0, 0, 0]",
                "1027082 healed",
                "1675593 [0, 0, 0, 0, 0]",
                "4245848 healed",
                "7767839 [0, 1, 1, 1, 0]",
                "9939765 healed",
                "10373188 [0, 0, 1, 0, 0]",
                "12956574 healed",
                "15092985 [0, 0, 0, 0, 0]",
                "17420398 healed",
            ])
    }

    @Test(arguments: NetworkModel.Delivery.allCases, [1, 2, 3, 9])
    func everythingIsUndoneWhenClientsStop(delivery: NetworkModel.Delivery, nodeCount: Int) {
        for seed in 1...5 as ClosedRange<UInt64> {
            var simulator = Simulator(
                .beset(nodeCount: nodeCount, delivery, seed: seed), sink: RecordedTrace())
            simulator.run(until: Instant(microseconds: 10_000_000))
            #expect(simulator.phase == .recovering)
            #expect(simulator.nodeStates.allSatisfy { $0 == .running })
            #expect(simulator.blockedLinks.isEmpty)
            #expect(simulator.faultsInForce.isEmpty)
            #expect(simulator.host.network.impairments.isEmpty)
            let entries = simulator.sink.entries
            let end = entries.firstIndex { $0.event == .entered(.recovering) } ?? 0
            #expect(entries[end...].allSatisfy { isStrike($0.event) == nil })
            simulator.runToEnd()
            #expect(simulator.phase == .finished)
        }
    }
}
