import Engine
import Testing

@testable import GossipTUI

/// What keys and lines do to tabs, the log, and the value that is followed.
@Suite struct DetailActionsTests {
    private func state() -> DashboardState { Scene.state(Scene.busy(), columns: 120, rows: 40) }

    @Test func everyTabHasAKey() {
        var state = state()
        for (detail, key) in zip(Detail.allCases, "123456") {
            let action = state.action(for: .character(key))
            #expect(action == .show(detail))
            _ = action.map { state.apply($0) }
            #expect(state.detail == detail)
        }
    }

    @Test func aValueIsFollowedAndLetGo() {
        var state = state()
        let newest = state.snapshot.recentValues.last?.value
        _ = state.apply(.toggleValue)
        #expect(state.selectedValue == newest && state.detail == .value)
        _ = state.apply(.olderValue)
        #expect(state.selectedValue?.index == newest.map { $0.index - 1 })
        for _ in 0..<3 { _ = state.apply(.newerValue) }
        #expect(state.selectedValue == newest)
        _ = state.apply(.toggleValue)
        #expect(state.selectedValue == nil && state.detail == .inFlight)
        state.snapshot.recentValues = []
        _ = state.apply(.toggleValue)
        #expect(state.selectedValue == nil && state.notice == "no value yet")
    }

    @Test func aSmallerClusterHasNoLogOfANodeThatIsGone() {
        var state = state()
        _ = state.run("log faults n24")
        #expect(state.logFilter.node == NodeID(24))
        _ = state.run("node-count 20 gossip-mode none")
        #expect(state.logFilter.node == nil && state.logFilter.words == "faults")
    }

    @Test func nodesAndLinksAreBroughtBackApart() {
        var state = state()
        #expect(state.run("heal") == nil)
        #expect(state.notice == "there is nothing to heal")
        #expect(state.apply(.heal) == nil && state.notice == "there is nothing to heal")
        state.snapshot.nodeStates[3] = .down
        state.snapshot.nodeStates[7] = .paused
        state.snapshot.faults = [
            .kill(.nodes(.nodes(NodeSet([NodeID(3)])))),
            .pause(.nodes(.nodes(NodeSet([NodeID(7)])))),
        ]
        #expect(state.run("heal") == nil)
        #expect(state.notice?.contains(":restart brings nodes back; :resume lets") == true)
        #expect(state.run("restart") == .commands([.restart(NodeID(3))]))
        #expect(state.run("resume") == .commands([.resume(NodeID(7))]))
        state.snapshot.faults.append(.partition(.one))
        #expect(state.run("heal") == nil)
        #expect(state.notice?.contains("ends by itself") == true)
        state.snapshot.isHealable = true
        #expect(state.run("heal") == .commands([.heal]))
        #expect(state.apply(.heal) == .command(.heal))
    }

    @Test func theSlowestValueIsFollowed() {
        var state = state()
        #expect(state.action(for: "V") == .slowestValue)
        state.snapshot.figures.slowestValue = nil
        _ = state.apply(.slowestValue)
        #expect(state.selectedValue == nil && state.notice == "no value has come everywhere yet")
        let slowest = state.snapshot.recentValues[2].value
        state.snapshot.figures.slowestValue = slowest
        _ = state.run("value slowest").flatMap { _ in state.apply(.slowestValue) }
        #expect(state.selectedValue == slowest && state.detail == .value)
    }

    @Test func theFilterOfTheLogGoesRoundAndKeepsItsNode() {
        var state = state()
        state.logFilter.node = NodeID(3)
        var words: [String] = []
        for _ in LogFilter.ladder {
            _ = state.apply(.nextLogFilter)
            words.append(state.logFilter.words)
        }
        #expect(
            words == [
                "faults n3", "changes n3", "operations n3", "values n3", "messages n3",
                "losses n3", "all n3",
            ])
        #expect(state.detail == .log)
    }

    @Test func theLengthOfAStepGoesRound() {
        var state = state()
        for unit in StepUnit.all.dropFirst() + [.event] {
            _ = state.apply(.nextStepUnit)
            #expect(state.apply(.step) == .step(unit))
        }
    }

    @Test func pagesScrollTheLogWhereItIsShownAndElseTheValues() {
        var state = state()
        _ = state.apply(.scroll(-10))
        #expect(state.valuesEnd == state.snapshot.valueCount - 10)
        _ = state.apply(.scroll(20))
        #expect(state.valuesEnd == nil)
        state.detail = .log
        state.closeUp.eventCount = 5_000
        _ = state.apply(.scroll(-10))
        #expect(state.logOffset == 10 && state.valuesEnd == nil)
        // It stands still from here on, whatever happens.
        state.closeUp.eventCount = 6_000
        _ = state.apply(.scroll(-10))
        #expect(state.logOffset == 20 && state.logEnd == 5_000)
        _ = state.apply(.scroll(40))
        #expect(state.logOffset == 0 && state.logEnd == nil)
    }

    @Test func theDetailsTakeTheWholeScreenAndGiveItBack() {
        var state = state()
        let before = render(state).text
        _ = state.apply(.toggle(.details))
        let layout = ScreenLayout(
            columns: 120, rows: 40, nodeCount: 25, arrangement: state.arrangement)
        #expect(layout.slots.map(\.pane) == [.details])
        #expect(layout.slots[0].frame == Rect(column: 0, row: 1, columns: 120, rows: 37))
        _ = state.apply(.toggle(.details))
        state.notice = nil
        #expect(render(state).text == before)
    }

    @Test(arguments: [
        ("step batch", TypedCommand.step(.batch)),
        ("step 50ms", .step(.time(.milliseconds(50)))), ("value 12", .value(ValueID(12))),
        ("value", .action(.toggleValue)), ("tab load", .action(.show(.load))),
        ("view details", .action(.arrange(.details))), ("log", .log(LogFilter())),
        ("log losses faults n3", .log(LogFilter(kinds: [.faults, .losses], node: NodeID(3)))),
    ])
    func aLineIsUnderstood(line: String, expected: TypedCommand) throws {
        #expect(try TypedCommand(line, over: Scenario()) == expected)
    }

    @Test(arguments: [
        ("step 0ms", "such as 50ms"), ("step far", "event, delivery, batch"),
        ("tab", "tab load"), ("tab nothing", "trade"), ("view all", "projector"),
        ("log rumours", "messages"), ("log n99", "n0 to n24"), ("log n1 n2", "one node"),
        ("value x", "0, 1, 2"), ("value 1 2", "too much"),
    ])
    func whatIsNotUnderstoodSaysWhatWouldBeRight(line: String, words: String) {
        let error = #expect(throws: (any Error).self) {
            try TypedCommand(line, over: Scenario())
        }
        #expect(error.map { "\($0)" }?.contains(words) == true, "\(String(describing: error))")
    }
}

/// Runs without end that have grown as large as they may.
@Suite struct FullRunTests {
    @Test func aRunThatIsFullStandsStillAndSaysSo() {
        var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
        state.snapshot.valueCount = state.mostValues - 1
        #expect(!state.isOver)
        #expect(state.apply(.step) == .step(.event))
        state.snapshot.valueCount += 1
        #expect(state.isOver)
        #expect(render(state).text.contains("R again · N new seed  full of values"))
        #expect(state.apply(.step) == nil)
        #expect(state.notice?.hasSuffix("R runs it again, N with a new seed") == true)
        #expect(state.apply(.again) != nil)
    }

    @Test func theMoreNodesTheFewerValues() {
        let few = Scene.state(Scene.quiet(nodeCount: 25), columns: 80, rows: 24)
        let many = Scene.state(Scene.quiet(nodeCount: 1_000), columns: 80, rows: 24)
        #expect(few.mostValues > 2_000_000)
        #expect((50_000..<200_000).contains(many.mostValues))
    }
}
