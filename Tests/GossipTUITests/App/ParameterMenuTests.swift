import Engine
import Testing

@testable import GossipTUI

@Suite struct ParameterMenuTests {
    private func state() -> DashboardState {
        var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
        _ = state.apply(.openMenu)
        return state
    }

    private func press(_ keys: [Key], in state: inout DashboardState) -> DashboardEffect? {
        var effect: DashboardEffect?
        for key in keys { effect = state.action(for: key).flatMap { state.apply($0) } ?? effect }
        return effect
    }

    @Test func everyOptionOfAScenarioIsInTheMenuOrLeftOutForAReason() {
        // How long the run lasts and how deliveries are scheduled belong to its beginning; a file
        // has no next one.
        let leftOut: Set = [
            "time-limit", "recovery", "network", "no-send-empty-batches", "no-gossip-relay",
            "latency-map",
        ]
        let options = CommandVocabulary.words.filter { $0.kind != .command }.map(\.name)
        let offered = Set(Parameter.allCases.map(\.rawValue))
        #expect(Set(options).subtracting(leftOut).subtracting(offered).isEmpty)
        #expect(leftOut.isSubset(of: options))
    }

    @Test func everyStepOfEveryLadderIsALineThatIsUnderstood() throws {
        var scenario = Scenario()
        scenario.nemesis.families = [.kill]
        scenario.broadcastProtocol.dissemination = .infectAndDie(fanout: 4)
        scenario.broadcastProtocol.batching = .every(.milliseconds(30), sendsEmpty: false)
        scenario.broadcastProtocol.antiEntropy = .push(every: .seconds(3), fanout: 4, relays: true)
        for parameter in Parameter.allCases {
            for value in parameter.ladder {
                let line = parameter.line(setting: value)
                do {
                    #expect(try TypedCommand(line, over: scenario) != nil, "\(line)")
                } catch {
                    // It may have that value already, or ask for more peers than there are.
                    let isFine = ["so already", "than there are other nodes"].contains {
                        "\(error)".contains($0)
                    }
                    #expect(isFine, "\(line): \(error)")
                }
            }
        }
    }

    @Test func theNextValueLiesBeyondThePresentOneEvenBetweenTwo() {
        let interval = Parameter.batchInterval
        #expect(interval.value(1, after: "0ms") == "10ms")
        #expect(interval.value(1, after: "33ms") == "50ms")
        #expect(interval.value(-1, after: "33ms") == "20ms")
        #expect(interval.value(1, after: "1500ms") == "2s")
        #expect(interval.value(1, after: "2s") == nil)
        #expect(interval.value(-1, after: "0ms") == nil)
        #expect(Parameter.seed.value(1, after: "42") == "43")
        #expect(Parameter.nemesis.value(1, after: "kill,pause") == "none")
    }

    @Test func keysChooseAndChange() {
        var state = state()
        #expect(state.parameter == .topology)
        #expect(press([.right], in: &state) == .run("topology line"))
        #expect(press(["j", .down], in: &state) == nil)
        #expect(state.parameter == .latency)
        #expect(press([.left], in: &state) == .run("latency 50"))
        #expect(press([.pageUp, .up], in: &state) == nil)
        #expect(state.parameter == .topology)
        #expect(press([.pageDown, .pageDown, .pageDown, .down], in: &state) == nil)
        #expect(state.parameter == Parameter.allCases.last)
        #expect(press([.escape], in: &state) == nil)
        #expect(state.mode == .watching)
        #expect(press([.enter], in: &state) == nil)
        #expect(state.mode == .menu)
        #expect(press(["q"], in: &state) == .quit)
    }

    @Test func aFlagIsSwitchedAndAParameterWithoutMeaningSaysWhy() {
        var state = state()
        state.parameter = .sendsEmptyBatches
        #expect(press([.right], in: &state) == nil)
        #expect(state.notice == "send-empty-batches has no meaning now: no batches")
        state.snapshot.scenario.broadcastProtocol.batching =
            .every(.milliseconds(50), sendsEmpty: false)
        #expect(press([.right], in: &state) == .run("send-empty-batches"))
        state.parameter = .gossipRelay
        #expect(press([.left], in: &state) == .run("no-gossip-relay"))
    }

    @Test func enterOpensTheCommandLineForAnExactValue() {
        var state = state()
        state.parameter = .rate
        _ = press([.enter], in: &state)
        #expect(state.mode == .commandLine)
        #expect(state.commandLine.text == "rate ")
        _ = press(["7", "5"], in: &state)
        #expect(press([.enter], in: &state) == .run("rate 75"))
    }

    // MARK: As it looks

    @Test func theChosenLineHasItsNeighboursBesideIt() {
        var state = state()
        state.parameter = .nodeCount
        let canvas = render(state)
        let lines = canvas.text.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("node-count           16 ‹ 25 › 36 restarts") })
        #expect(lines.contains { $0.contains("send-empty-batches   no batches") })
        let row = lines.firstIndex { $0.contains("node-count ") } ?? 0
        let name = canvas.cells(styled: .selected).filter { $0.row == row }
        #expect(name.count == "node-count".count)
    }

    @Test func theChosenLineIsInSightOnEveryScreen() {
        for (columns, rows) in [(80, 24), (40, 12), (30, 11)] {
            var state = state()
            (state.columns, state.rows) = (columns, rows)
            for parameter in Parameter.allCases {
                state.parameter = parameter
                #expect(render(state).text.contains(parameter.rawValue), "\(columns)x\(rows)")
            }
        }
        var small = state()
        (small.columns, small.rows) = (80, 24)
        #expect(render(small).text.contains("↓ ╮") == false && render(small).text.contains("↓─╯"))
        for (columns, rows) in [(20, 5), (8, 3), (1, 1)] {
            var state = state()
            (state.columns, state.rows) = (columns, rows)
            #expect(render(state).columns == columns)
        }
    }

    @Test func aClickChoosesTheLineAndOneBesideTheMenuClosesIt() throws {
        var state = state()
        let lines = render(state).text.split(separator: "\n")
        let row = try #require(lines.firstIndex { $0.contains("spreading  dissemination ") })
        func click(_ column: Int, _ row: Int) -> [Key] {
            [
                .mouse(Mouse(action: .press, column: column, row: row)),
                .mouse(Mouse(action: .release, column: column, row: row)),
            ]
        }
        #expect(press(click(20, row), in: &state) == nil)
        #expect(state.parameter == .dissemination)
        #expect(press([.right], in: &state) == .run("dissemination infect-and-die"))
        #expect(
            press([.mouse(Mouse(action: .wheelUp, column: 20, row: row))], in: &state) == nil)
        #expect(state.parameter == .nemesisInterval)
        #expect(press(click(100, 30), in: &state) == nil)
        #expect(state.mode == .watching)
    }

    @Test func aClickInThePartitionMenuDoesWhatTheEntrySays() throws {
        var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
        _ = state.apply(.openPartitionMenu)
        let menu = PartitionMenu(
            bindings: state.keys.partitionMenu, in: ScreenLayout(state).overlayArea)
        let first = menu.area.inner
        let effect = press(
            [.mouse(Mouse(action: .press, column: first.column + 3, row: first.row + 2))],
            in: &state)
        #expect(effect == .command(.partition(.majority)))
        #expect(state.mode == .watching)
    }

    @Test func theMenuShowsValuesEvenOnASmallScreen() {
        var state = Scene.state(Scene.busy(), columns: 20, rows: 5)
        _ = state.apply(.openMenu)
        #expect(render(state).text.contains("node… 25"))
    }

    @Test func thePartitionMenuHasAllItsEntriesOnASmallScreen() {
        var state = Scene.state(Scene.busy(), columns: 20, rows: 5)
        _ = state.apply(.openPartitionMenu)
        let text = render(state).text
        for entry in ["1 one", "2 third", "3 half", "4 ring", "0 heal"] {
            #expect(text.contains(entry), "\(entry)")
        }
    }

    // MARK: The help's search

    private func help(_ keys: [Key]) -> String {
        var state = Scene.state(Scene.busy(), columns: 80, rows: 40)
        _ = state.apply(.toggleHelp)
        _ = press(keys, in: &state)
        return render(state).text
    }

    @Test func theHelpShowsWhatIsSearchedFor() {
        let found = help(["/", "B", "a", "t", "c"])
        #expect(found.contains("help ── /Batc"))
        #expect(found.contains("next batch interval"))
        #expect(found.contains("Commands, after :"))
        #expect(found.contains("batch-interval"))
        #expect(!found.contains("previous topology"))
        #expect(help(["/", "x", "y", "z"]).contains("Nothing has that in it."))
        // By the word that the keys have elsewhere.
        let seeks = help(["/", "s", "e", "e", "k"])
        #expect(seeks.contains("a second back") && seeks.contains("ten seconds on"))
    }

    @Test func escapeEndsTheSearchFirstAndThenTheHelp() {
        var state = Scene.state(Scene.busy(), columns: 80, rows: 24)
        _ = state.apply(.toggleHelp)
        _ = press(["/", "q", .backspace], in: &state)
        #expect(state.helpSearch == "")
        _ = press(["z", .escape], in: &state)
        #expect(state.helpSearch == nil && state.mode == .help)
        _ = press([.escape], in: &state)
        #expect(state.mode == .watching)
        #expect(press(["?", "/", .control("c")], in: &state) == .quit)
    }
}
