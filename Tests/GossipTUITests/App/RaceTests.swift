import Engine
import Testing

@testable import GossipTUI

/// Two clusters side by side.
@Suite struct RaceTests {
    private func state(columns: Int = 120, rows: Int = 40) -> DashboardState {
        Scene.state(Scene.busy(), columns: columns, rows: rows)
    }

    /// The state with a rival that is faster and dearer.
    private func racing(columns: Int = 120, rows: Int = 40) throws -> DashboardState {
        var state = state(columns: columns, rows: rows)
        _ = try state.startRace(against: ["heap"])
        state.notice = nil
        state.race?.rival = Scene.busy()
        state.race?.rival.scenario.topology = .heap
        state.race?.rival.figures.propagation = LatencyHistogram()
        for _ in 0..<100 {
            state.race?.rival.figures.propagation.record(.milliseconds(300))
        }
        state.race?.rival.figures.traffic.serverSendCount = 45_100
        return state
    }

    // MARK: What races whom

    @Test func aTopologyAPresetOrOptionsMakeARival() throws {
        let present = state().snapshot.scenario
        var heap = present
        heap.topology = .heap
        var state = state()
        #expect(state.run("race heap") == .race(present, heap))
        #expect(state.race?.names == ["grid", "heap"])
        heap.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: false)
        state = self.state()
        #expect(state.run("race topology heap batch-interval 50ms") == .race(present, heap))
        #expect(state.race?.names == ["grid flood", "heap batches every 50 ms"])
        state = self.state()
        guard case .race(_, let preset)? = state.run("race blog-heap") else {
            Issue.record("a preset makes a rival")
            return
        }
        #expect(preset.topology == .heap && preset.seed == present.seed)
    }

    @Test(arguments: [
        ("race", "'race' wants a rival"),
        ("race grid", "are the same scenario"),
        ("race node-count 9", "a race is about the same operations"),
        ("race nobody", "'nobody' is no rival"),
        ("race pause", "'pause' is no rival"),
        ("race heap tree4", "one rival races"),
        ("race topology cube", "cube"),
    ])
    func whatIsNoRaceSaysWhy(line: String, reason: String) {
        var state = state()
        #expect(state.run(line) == nil)
        #expect(state.race == nil)
        #expect(state.notice?.contains(reason) == true, "\(state.notice ?? "")")
    }

    @Test func forARoomTheTwoFiguresThatMatterAreLarge() {
        var state = state()
        _ = state.start(race: [Scenario(), Scenario()], names: ["grid", "heap"])
        (state.columns, state.rows, state.arrangement) = (120, 40, .projector)
        let text = render(state).text
        #expect(text.ranges(of: "it costs").count == 2)
        #expect(text.contains("nobody is ahead"))
        state.rows = 30
        #expect(render(state).text.contains("messages per broadcast"))
    }

    @Test func theKeyAsksForARivalAndEndsTheRace() throws {
        var state = state()
        #expect(state.action(for: "r").flatMap { state.apply($0) } == nil)
        #expect(state.mode == .commandLine && state.commandLine.text == "race ")
        state = try racing()
        #expect(state.action(for: "r").flatMap { state.apply($0) } == .endRace)
        #expect(state.race == nil)
        state = try racing()
        #expect(state.apply(.close) == .endRace)
    }

    @Test func aRaceStartsAgainAsARaceAndRefusesWhatWouldEndTheDifference() throws {
        var state = try racing()
        #expect(state.apply(.nextTopology) == nil)
        #expect(state.notice?.hasPrefix("in a race each cluster keeps its topology") == true)
        #expect(state.run("batch-interval 50ms") == nil)
        state.race?.rival.isHealable = true
        #expect(state.apply(.heal) == .command(.heal))
        #expect(state.run("kill n3")?.isCommands == true)
        guard case .race(let a, let b)? = state.apply(.newSeed) else {
            Issue.record("a new seed starts a new race")
            return
        }
        #expect(a.seed == b.seed && a.seed == Scene.busy().scenario.seed + 1)
        #expect(state.race?.names == ["grid", "heap"])
    }

    @Test func bothSidesHaveTheSameOperationsAtTheSameInstants() {
        // In Maelstrom's network a client may still wait, and another is asked in its place.
        var scenario = Preset.maelstromGrid.scenario
        scenario.network.delivery = .ideal
        var journals: [[Journal.Entry]] = []
        for topology in [Topology.grid, .heap] {
            scenario.topology = topology
            var run = WatchedRun(scenario)
            var operations: [Journal.Entry] = []
            for second in 1...20 {
                run.run(until: .zero + .seconds(Int64(second)))
                operations += run.journal.newest(1_000, of: [.operations]).filter { entry in
                    guard case .invoked = entry.event else { return false }
                    return entry.instant > .zero + .seconds(Int64(second - 1))
                }
            }
            journals.append(operations)
        }
        #expect(journals[0].count > 1_900)
        #expect(journals[0].map(\.instant) == journals[1].map(\.instant))
        #expect(journals[0].map(\.event) == journals[1].map(\.event))
    }

    // MARK: As it looks

    @Test(arguments: [(120, 40), (80, 24), (74, 24), (200, 60)])
    func bothClustersTheFiguresAndTheWinnerAreOnTheScreen(columns: Int, rows: Int) throws {
        let text = render(try racing(columns: columns, rows: rows)).text
        #expect(text.contains("grid ── 25 nodes, 40 links"))
        #expect(text.contains("heap ── 25 nodes"))
        for words in [
            "median latency, ms", "messages per op ", "   ratio", "2.00",
            "█ grid  ═ heap",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(text.contains("heap is faster, grid is cheaper"))
    }

    @Test func theBetterFigureHasASignAndTheOtherIsPlainToSee() throws {
        let canvas = render(try racing())
        let lines = canvas.text.split(separator: "\n").map(String.init)
        let median = try #require(lines.firstIndex { $0.contains("median latency, ms") })
        #expect(
            lines[median].contains("600") && lines[median].contains("300 ✓")
                && lines[median].contains("2.00"))
        let failing = canvas.cells(styled: .fail).filter { $0.row == median }
        #expect(failing.count == 3)
        let cost = try #require(lines.first { $0.contains("messages per op ") })
        #expect(cost.contains("27.81 ✓") && cost.contains("45.10"))
    }

    @Test func clustersAreToldApartInWhateverRoomThereIs() throws {
        let snapshot = try racing().snapshot
        func short(_ names: [String], within columns: Int) -> [String] {
            RaceTable(names: names, snapshots: [snapshot, snapshot]).shortNames(within: columns)
        }
        #expect(short(["grid", "heap"], within: 6) == ["grid", "heap"])
        #expect(short(["grid no repair", "heap push to 5"], within: 9) == ["grid", "heap"])
        #expect(
            short(["blog-heap", "blog-heap-batched"], within: 12) == ["blog-heap", "blog-heap-b…"])
        #expect(short(["blog-heap", "blog-heap-batched"], within: 6) == ["left", "right"])
        #expect(short(["no faults", "1 fault"], within: 7) == ["no fau…", "1 fault"])
    }

    @Test func whatIsDoneToBothLeavesTheirDifferences() throws {
        var own = Scenario()
        own.network.loss = 0.1
        var other = Scenario()
        other.network.delivery = .ideal
        other.network.latency.meanMilliseconds = 1_000
        other.nemesis.families = [.kill]
        var network = own.network
        network.loss = 0.3
        network.latency.distribution = .exponential
        var expected = other.network
        expected.loss = 0.3
        expected.latency.distribution = .exponential
        let changed = ClusterCommand.setNetwork(network).forRival(with: other, beside: own)
        #expect(changed == .setNetwork(expected))
        var nemesis = own.nemesis
        nemesis.interval = .seconds(3)
        let struck = ClusterCommand.setNemesis(nemesis).forRival(with: other, beside: own)
        nemesis.families = [.kill]
        #expect(struck == .setNemesis(nemesis))
        #expect(ClusterCommand.heal.forRival(with: other, beside: own) == .heal)
    }

    @Test func whatStartsARunAnewStartsBothAnew() throws {
        var state = try racing()
        guard case .race(let a, let b)? = state.run("seed 7") else {
            Issue.record("a seed ends no race")
            return
        }
        #expect(a.seed == 7 && b.seed == 7 && a.topology == .grid && b.topology == .heap)
        #expect(state.race?.names == ["grid", "heap"])
    }

    @Test func whoLostValuesDoesNotWin() throws {
        var state = try racing()
        state.race?.rival.figures.incompleteCount = 934
        state.race?.rival.figures.oldestIncompleteAge = .seconds(9)
        var text = render(state).text
        #expect(text.contains("grid is ahead: values of heap wait"))
        state.snapshot.phase = .finished
        state.race?.rival.phase = .finished
        text = render(state).text
        #expect(text.contains("grid wins: values of heap are missing"))
        #expect(!text.contains("300 ✓"))
        state.snapshot.figures.incompleteCount = 2
        text = render(state).text
        #expect(text.contains("nobody wins: values are missing in both"))
    }

    @Test func tabsAndTopologiesAreNotOfferedInARace() throws {
        var state = try racing()
        let footer = render(state).text.split(separator: "\n").last ?? ""
        #expect(!footer.contains("topology") && !footer.contains("tabs"))
        #expect(state.action(for: "5").flatMap { state.apply($0) } == nil)
        #expect(state.notice == "a race has no tabs; r ends it")
    }

    @Test func aDifferenceBelowThePrecisionIsNone() throws {
        var state = try racing()
        state.race?.rival.figures = state.snapshot.figures
        state.race?.rival.figures.traffic.serverSendCount += 200
        #expect(render(state).text.contains("nobody is ahead"))
    }

    @Test func aSmallScreenHasTheTableAlone() throws {
        for (columns, rows) in [(73, 30), (80, 12), (30, 10), (10, 3), (1, 1)] {
            let text = render(try racing(columns: columns, rows: rows)).text
            #expect(!text.contains("grid ──"))
            if columns >= 73 { #expect(text.contains("median latency, ms")) }
        }
    }
}

extension DashboardEffect {
    fileprivate var isCommands: Bool {
        if case .commands = self { true } else { false }
    }
}
