import Engine
import Testing

@testable import GossipTUI

struct ClusterRunTests {
    private func snapshot(
        _ scenario: Scenario, at milliseconds: Int64, _ commands: [ClusterCommand] = []
    ) -> ClusterSnapshot {
        var run = ClusterRun(scenario)
        for command in commands { run.apply(command) }
        run.advance(to: Instant(microseconds: milliseconds * 1_000))
        return run.snapshot(columns: 80)
    }

    @Test func theOpeningSceneHasAValueOnItsWayFromTheStart() {
        let opening = snapshot(GossipTUI.openingScenario, at: 0)
        #expect(opening.valueCount == 1)
        #expect(opening.messages.count == 4)
        #expect(opening.messages.allSatisfy { $0.source == NodeID(12) && $0.role == .useful })
    }

    @Test func aScenarioWithAnEndStartsAsItDoesWithoutAScreen() {
        let preset = snapshot(Preset.maelstromGrid.scenario, at: 0)
        #expect(preset.valueCount == 0)
        let end = snapshot(Preset.maelstromGrid.scenario, at: 60_000)
        let report = Experiment(Preset.maelstromGrid.scenario).run()
        #expect(end.phase == .finished)
        #expect(end.figures.traffic == report.traffic)
        #expect(end.figures.propagation.maximum == report.propagation.latencies[1])
    }

    @Test func aMessageThatComesTooLateIsRedundant() {
        var scenario = GossipTUI.openingScenario
        scenario.workload.rate = 0
        scenario.broadcastProtocol.antiEntropy = .none
        // From the middle of the grid, a node two hops away diagonally is told twice at 200 ms.
        let late = snapshot(scenario, at: 250)
        #expect(late.messages.contains { $0.role == .redundant })
        #expect(late.messages.contains { $0.role == .useful })
    }

    @Test func figuresStartAnewWithTheTopology() {
        var run = ClusterRun(GossipTUI.openingScenario)
        run.advance(to: Instant(microseconds: 5_000_000))
        #expect(run.snapshot(columns: 80).figures.propagation.count > 0)
        run.apply(.setTopology(.star))
        let changed = run.snapshot(columns: 80)
        #expect(changed.scenario.topology == .star)
        #expect(changed.figures.since == Instant(microseconds: 5_000_000))
        #expect(changed.figures.propagation.count == 0)
        #expect(changed.figures.traffic.serverSendCount == 0)
        run.advance(to: Instant(microseconds: 8_000_000))
        #expect(run.snapshot(columns: 80).figures.propagation.maximum == .milliseconds(200))
    }

    @Test func whatIsLeftOverFromBeforeAChangeIsNotCounted() {
        var scenario = GossipTUI.openingScenario
        scenario.broadcastProtocol.antiEntropy = nil
        scenario.workload.rate = 100
        var run = ClusterRun(scenario)
        for topology in [Topology.total, .star, .tree3] {
            run.apply(.setTopology(topology))
            run.advance(by: .milliseconds(900))
        }
        run.apply(.setTopology(.ring))
        let change = run.snapshot(columns: 80)
        #expect(change.messages.contains { $0.message.kind == .dissemination })
        run.advance(by: .seconds(40))
        // A ring floods with 26 messages per broadcast; those of the last second are under way.
        let traffic = run.snapshot(columns: 80).figures.traffic
        let perBroadcast = traffic.messagesPerBroadcast ?? 0
        #expect(perBroadcast <= 26 && perBroadcast > 24.5, "\(perBroadcast)")
    }

    @Test func aValueThatSomeNodeLacksGrowsOld() {
        var scenario = GossipTUI.openingScenario
        scenario.broadcastProtocol.antiEntropy = nil
        scenario.workload.rate = 0
        var run = ClusterRun(scenario)
        run.apply(.partition(.majority))
        run.advance(to: Instant(microseconds: 7_000_000))
        #expect(run.snapshot(columns: 80).figures.oldestIncompleteAge == .seconds(7))
        run.apply(.setTopology(.line))
        #expect(run.snapshot(columns: 80).figures.oldestIncompleteAge == nil)
    }

    @Test func aPartitionShowsItsSidesAndHealingSpreadsWhatWasMissed() {
        var scenario = GossipTUI.openingScenario
        scenario.workload.rate = 0
        var run = ClusterRun(scenario)
        run.apply(.partition(.majority))
        run.advance(to: Instant(microseconds: 3_000_000))
        let cut = run.snapshot(columns: 80)
        #expect(Set(cut.sides) == [0, 1])
        #expect(cut.recentValues.map(\.holderCount).allSatisfy { $0 < 25 })
        run.apply(.heal)
        run.advance(to: Instant(microseconds: 20_000_000))
        let healed = run.snapshot(columns: 80)
        #expect(Set(healed.sides) == [0])
        #expect(healed.recentValues.map(\.holderCount) == [25])
    }

    @Test func advancingStopsWhenTheHostHasNoMoreTime() {
        var run = ClusterRun(GossipTUI.openingScenario)
        run.advance(by: .seconds(1_000)) { _ in false }
        #expect(run.snapshot(columns: 80).now == Instant(microseconds: 50))
    }
}
