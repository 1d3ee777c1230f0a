import Engine
import Testing

@testable import GossipTUI

struct DashboardStateTests {
    private func state(_ scenario: Scenario = GossipTUI.openingScenario) -> DashboardState {
        DashboardState(
            snapshot: ClusterRun(scenario).snapshot(columns: 80), columns: 80, rows: 24)
    }

    @Test func everyKeyOfTheTableDoesWhatItsLineSays() {
        let state = state()
        for binding in KeyBinding.watching {
            for key in binding.keys { #expect(state.action(for: key) == binding.action) }
        }
        #expect(state.action(for: "§") == nil)
    }

    @Test func noKeyHasTwoMeanings() {
        for table in [KeyBinding.watching, KeyBinding.partitionMenu] {
            let keys = table.flatMap(\.keys)
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test func thePartitionMenuHasKeysOfItsOwnAndClosesAfterAChoice() throws {
        var state = state()
        #expect(state.apply(.openPartitionMenu) == nil)
        #expect(state.mode == .partitionMenu)
        #expect(state.action(for: "2") == .partition(.minorityThird))
        #expect(state.action(for: "t") == nil)
        #expect(state.action(for: "p") == .close)
        #expect(state.action(for: "q") == .quit)
        #expect(state.action(for: .control("c")) == .quit)
        let action = try #require(state.action(for: "3"))
        #expect(state.apply(action) == .command(.partition(.majority)))
        #expect(state.mode == .watching)
    }

    @Test func escapeClosesTheMenuAndTheHelpWithoutAnyEffect() {
        for opening in [DashboardAction.openPartitionMenu, .toggleHelp] {
            var state = state()
            _ = state.apply(opening)
            #expect(state.apply(.close) == nil)
            #expect(state.mode == .watching)
        }
    }

    @Test func topologiesWithTooManyLinksAreLeftOut() {
        var scenario = GossipTUI.openingScenario
        scenario.nodeCount = 2_001
        var state = state(scenario)
        var seen: [Topology] = []
        for _ in Topology.allCases {
            guard case .command(.setTopology(let next)) = state.apply(.nextTopology) else { break }
            state.snapshot.scenario.topology = next
            seen.append(next)
        }
        #expect(seen.contains(.heap) && !seen.contains(.total))
    }

    @Test func aRingOfTooManyNodesIsRefused() {
        var state = state()
        state.snapshot.scenario.nodeCount = 5_001
        #expect(state.apply(.partition(.majoritiesRing)) == nil)
        #expect(state.notice == "not with so many nodes: at most 5000")
    }

    @Test func topologiesComeInTurnBothWays() {
        var state = state()
        #expect(state.apply(.nextTopology) == .command(.setTopology(.line)))
        #expect(state.apply(.previousTopology) == .command(.setTopology(.heap)))
    }

    @Test func batchIntervalsClimbAndEndAtOnceAgain() {
        var run = ClusterRun(GossipTUI.openingScenario)
        var state = state()
        var seen: [TimeSpan?] = []
        for _ in 0..<6 {
            guard case .command(let command) = state.apply(.cycleBatchInterval) else { break }
            run.apply(command)
            state.snapshot = run.snapshot(columns: 80)
            seen.append(state.snapshot.scenario.broadcastProtocol.batching.interval)
        }
        let ladder: [TimeSpan?] = [20, 50, 100, 200, 500].map { .milliseconds($0) }
        #expect(seen == ladder + [nil])
    }

    @Test func emptyBatchesStayAsTheScenarioHadThem() {
        var state = state(Preset.blogHeapBatched.scenario)
        guard case .command(.setProtocol(let changed)) = state.apply(.cycleBatchInterval) else {
            Issue.record("no change of protocol")
            return
        }
        #expect(changed.batching == .every(.milliseconds(100), sendsEmpty: true))
        // It goes by what is in force, however that came about.
        state.snapshot.scenario.broadcastProtocol.batching =
            .every(.milliseconds(200), sendsEmpty: false)
        guard case .command(.setProtocol(let longer)) = state.apply(.cycleBatchInterval) else {
            Issue.record("the key changes the protocol")
            return
        }
        #expect(longer.batching == .every(.milliseconds(500), sendsEmpty: false))
        #expect(changed.antiEntropy == .push(every: .seconds(5), fanout: 5, relays: true))
    }

    @Test func aRestartKeepsTheTopologyOnTheScreen() {
        var run = ClusterRun(GossipTUI.openingScenario)
        var state = state()
        run.apply(.setTopology(.tree4))
        state.snapshot = run.snapshot(columns: 80)
        var expected = GossipTUI.openingScenario
        expected.topology = .tree4
        #expect(state.apply(.again) == .restart(expected))
        expected.seed = 43
        #expect(state.apply(.newSeed) == .restart(expected))
    }

    @Test func steppingPauses() {
        var state = state()
        #expect(state.apply(.step) == .step(.event))
        #expect(state.playback == .paused)
        _ = state.apply(.togglePause)
        #expect(state.playback == .playing)
    }

    @Test func aFinishedRunIsOnlyRestarted() {
        var scenario = Preset.maelstromGrid.scenario
        scenario.workload.timeLimit = .milliseconds(100)
        var run = ClusterRun(scenario)
        run.advance(to: Instant(microseconds: 60_000_000))
        var state = state(scenario)
        state.snapshot = run.snapshot(columns: 80)
        #expect(state.apply(.broadcast) == nil)
        #expect(state.notice?.contains("R runs it again") == true)
        #expect(state.apply(.again) == .restart(scenario))
    }

    @Test func aBroadcastAtAPausedNodeWaitsAndAtOneThatIsDownThereIsNone() {
        var state = state()
        let broadcast = DashboardEffect.command(.broadcast(at: NodeID(12)))
        #expect(state.apply(.broadcast) == broadcast)
        #expect(state.notice == "a broadcast at n12")
        state.snapshot.nodeStates[12] = .paused
        #expect(state.apply(.broadcast) == broadcast)
        #expect(state.notice == "n12 is paused: the broadcast waits for it")
        state.snapshot.nodeStates[12] = .down
        #expect(state.apply(.broadcast) == nil)
        #expect(state.notice == "n12 is down: nobody is there to take a broadcast")
    }

    @Test func theSelectionMovesOverTheGridAsItIsDrawn() {
        var state = state()
        #expect(state.selectedNode == NodeID(12))
        _ = state.apply(.select(.right))
        #expect(state.selectedNode == NodeID(13))
        _ = state.apply(.select(.up))
        #expect(state.selectedNode == NodeID(8))
    }

    @Test func speedsStayOnTheirLadder() {
        var speed = Speed.opening
        #expect(speed.label == "x0.25")
        for _ in 0..<20 { speed.goFaster() }
        #expect(speed.label == "x1000")
        for _ in 0..<20 { speed.goSlower() }
        #expect(speed.label == "x0.01")
        #expect(Speed.real.label == "x1")
    }

    /// What typing `line` after `:` and Enter comes to.
    private func type(_ line: String, in state: inout DashboardState) throws -> DashboardEffect? {
        #expect(state.action(for: ":") == .openCommandLine)
        _ = state.apply(.openCommandLine)
        for character in line {
            let action = try #require(state.action(for: .character(character)))
            #expect(state.apply(action) == nil)
        }
        let effect = state.apply(try #require(state.action(for: .enter)))
        guard case .run(let text) = effect else { return effect }
        return state.run(text)
    }

    @Test func aTypedLineIsCarriedOutAndAnsweredAndRemembered() throws {
        var state = state()
        #expect(try type("topology ring", in: &state) == .commands([.setTopology(.ring)]))
        #expect((state.mode, state.notice) == (.watching, "topology ring"))
        #expect(try type("quit", in: &state) == .quit)
        #expect(try type("speed x100", in: &state) == nil)
        #expect(state.speed.label == "x100")
        #expect(try type("torus", in: &state) == nil)
        #expect(state.notice?.contains("no command 'torus'") == true)
        #expect(state.commandLine.history == ["topology ring", "quit", "speed x100", "torus"])
    }

    @Test func aSmallerClusterHasASelectedNode() throws {
        var state = state()
        state.selectedNode = NodeID(24)
        guard case .restart(let scenario) = try type("node-count 4", in: &state) else {
            return #expect(Bool(false), "no new run")
        }
        #expect(scenario.nodeCount == 4)
        #expect(state.selectedNode == NodeID(3))
        #expect(state.notice?.hasSuffix("gossip-fanout is 3 now, and stays so") == true)
    }

    @Test func whatWouldChangeNothingSaysSo() throws {
        var state = state()
        for (line, reason) in [
            ("restart n4", "n4 is not down"), ("resume n4", "n4 is not paused"),
            ("resume", "none of these nodes is paused"),
            ("heal n3|n4", "no fault of exactly n3|n4"), ("value 99", "no value yet"),
        ] {
            #expect(try type(line, in: &state) == nil)
            #expect(state.notice?.contains(reason) == true, "\(line): \(state.notice ?? "")")
        }
        state.snapshot.nodeStates[4] = .paused
        #expect(try type("resume", in: &state) != nil)
        state.snapshot.nodeStates[4] = .down
        #expect(try type("restart n3-n5", in: &state) != nil)
    }

    @Test func whileALineIsTypedKeysAreLettersAndTheLineCanBeLeft() {
        var state = state()
        _ = state.apply(.openCommandLine)
        #expect(state.action(for: "q") == .edit(.insert("q")))
        #expect(state.action(for: .control("c")) == .quit)
        #expect(state.action(for: .backspace) == .close)
        _ = state.apply(.edit(.insert("q")))
        #expect(state.action(for: .backspace) == .edit(.deleteBackward))
        #expect(state.action(for: .escape) == .close)
        #expect(state.apply(.close) == nil)
        #expect((state.mode, state.commandLine.text) == (.watching, ""))
    }

    @Test func theSelectedNodeIsKilledAndPausedAndBroughtBack() {
        var state = state()
        let node = state.selectedNode
        let group = NodeTarget.nodes(.nodes(NodeSet([node])))
        #expect(state.apply(.killOrRestart) == .command(.strike(.kill(group))))
        #expect(state.apply(.pauseOrResume) == .command(.strike(.pause(group))))
        state.snapshot.nodeStates[node.index] = .paused
        #expect(state.apply(.pauseOrResume) == .command(.resume(node)))
        state.snapshot.nodeStates[node.index] = .down
        #expect(state.apply(.killOrRestart) == .command(.restart(node)))
        #expect(state.apply(.pauseOrResume) == nil)
        #expect(state.notice == "\(node) is down: nothing to pause")
    }

    @Test func themesAndSignsComeInTurnWhereTheTerminalHasThem() {
        var state = state()
        for theme in Theme.allCases.dropFirst() + [.terminal] {
            #expect(state.apply(.nextTheme) == nil)
            #expect((state.theme, state.notice) == (theme, "colours: \(theme.rawValue)"))
        }
        for glyphs in GlyphSet.allCases.dropFirst() + [.braille] {
            #expect(state.apply(.nextGlyphs) == nil)
            #expect(state.glyphs == glyphs)
        }
        state.hasColor = false
        state.hasUnicode = false
        _ = state.apply(.nextTheme)
        #expect((state.theme, state.notice?.contains("NO_COLOR")) == (.terminal, true))
        _ = state.apply(.nextGlyphs)
        #expect((state.glyphs, state.notice?.contains("ASCII")) == (.braille, true))
    }
}
