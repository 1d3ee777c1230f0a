import Engine
import Testing

@testable import GossipTUI

/// Looking back, going on from there, and what would have been.
@Suite struct TimeTests {
    private func seconds(_ seconds: Int64) -> Instant { .zero + .seconds(seconds) }

    private func scene(isLive: Bool = true) -> DashboardState {
        var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
        state.timeLine = TimeLine(end: seconds(isLive ? 12 : 20), isLive: isLive)
        state.snapshot.now = seconds(12)
        return state
    }

    // MARK: Keys and lines

    @Test func keysSeek() {
        var state = scene(isLive: false)
        func effect(of key: Key) -> DashboardEffect? {
            state.action(for: key).flatMap { state.apply($0) }
        }
        #expect(effect(of: "[") == .seek(seconds(11)))
        #expect(effect(of: "]") == .seek(seconds(13)))
        #expect(effect(of: "{") == .seek(seconds(2)))
        #expect(effect(of: "}") == .goOn(Goal(limit: seconds(22))))
        #expect(state.playback == .paused)
        #expect(effect(of: "0") == .seek(seconds(20)))
        #expect(state.playback == .playing)
        state.snapshot.now = seconds(4)
        #expect(effect(of: "{") == .seek(.zero))
        #expect(effect(of: ",") == .stepBack(.event))
        #expect(state.playback == .paused)
        state = scene()
        #expect(effect(of: "]") == .goOn(Goal(limit: seconds(13))))
        state.snapshot.phase = .finished
        #expect(effect(of: "]") == nil)
        #expect(state.notice?.contains("the run is over") == true)
    }

    @Test func linesSeekToo() {
        var state = scene(isLive: false)
        #expect(state.run("seek 8.2s") == .seek(.zero + .milliseconds(8_200)))
        #expect(state.run("seek 120s") == .goOn(Goal(limit: seconds(120))))
        #expect(state.run("seek live") == .seek(seconds(20)))
        #expect(state.run("back 50ms") == .stepBack(.time(.milliseconds(50))))
        #expect(state.stepUnit == .time(.milliseconds(50)))
        #expect(state.run("back") == .stepBack(.time(.milliseconds(50))))
        for line in ["seek", "seek now", "seek 1s 2s", "back tomorrow"] {
            #expect(state.run(line) == nil)
            #expect(state.notice?.isEmpty == false, "\(line)")
        }
    }

    @Test func aClickOnTheTimeLineSeeks() throws {
        var state = scene(isLive: false)
        let row = try #require(ScreenLayout(state).timeLineRow)
        let line = Array(render(state).text.split(separator: "\n")[row])
        let start = try #require(line.firstIndex(of: "◀"))
        let end = try #require(line.lastIndex(of: "▶"))
        func click(_ column: Int) -> DashboardEffect? {
            state.apply(.point(Mouse(action: .press, column: column, row: row)))
        }
        #expect(click(start + 1) == .seek(.zero))
        #expect(click(end - 1) == .seek(seconds(20)))
        guard case .seek(let middle)? = click((start + end) / 2) else {
            Issue.record("a click in the middle seeks")
            return
        }
        #expect(abs(middle.microseconds - 10_000_000) < 200_000)
        #expect(click(end + 4) == nil)
    }

    @Test func theTimeLineIsOnlyThereWithRoom() {
        for (columns, rows) in [(120, 40), (80, 24), (79, 23), (39, 30), (40, 24), (1, 1)] {
            var state = scene(isLive: false)
            (state.columns, state.rows) = (columns, rows)
            let hasRoom = rows >= 24 && columns >= 40
            #expect((ScreenLayout(state).timeLineRow != nil) == hasRoom)
            #expect(render(state).text.contains("0:12.00 of 0:20.00") == hasRoom)
        }
    }

    @Test func theTimeLineShowsWhatWasDone() {
        var state = scene(isLive: false)
        let events: [TraceEvent] = [
            .killed(NodeSet([NodeID(3)])), .restarted(NodeSet([NodeID(3)])),
            .topologyChanged(.heap), .rateChanged(3), .paused(NodeSet([NodeID(1)])),
        ]
        state.timeLine.marks = events.enumerated().map { index, event in
            Journal.Entry(number: index, instant: seconds(Int64(2 * index + 1)), event: event)
        }
        state.timeLine.broadcasts = [seconds(19)]
        let row = render(state).text.split(separator: "\n")[38]
        let signs = row.dropFirst(3).prefix { $0 != "▶" }.filter { !"━─".contains($0) }
        #expect(signs == "⊗✓tc‖┃b")
    }

    // MARK: The run

    @Test func aChangeInThePastLeavesAGhostUntilItIsDismissed() throws {
        var run = ClusterRun(GossipTUI.openingScenario)
        run.advance(to: seconds(8))
        var state = Scene.state(run.snapshot(columns: 120), columns: 120, rows: 40)
        let figures = state.snapshot.figures
        run.seek(to: seconds(3))
        #expect(!run.timeLine.isLive && run.timeLine.end == seconds(8))
        #expect(run.closeUp(for: state).ghost == nil)
        let isFork = run.apply(.setTopology(.heap))
        #expect(isFork && run.timeLine.isLive)
        let ghost = try #require(run.closeUp(for: state).ghost)
        #expect((ghost.fork, ghost.end) == (seconds(3), seconds(8)))
        #expect(ghost.figures == figures)
        run.advance(to: seconds(6))
        let isAnother = run.apply(.heal)
        #expect(!isAnother && run.closeUp(for: state).ghost == ghost)
        state.snapshot = run.snapshot(columns: 120)
        state.closeUp = run.closeUp(for: state)
        let text = render(state).text
        #expect(text.contains("═ ghost p50 600  max 800 ms, Esc ends it"))
        (state.columns, state.rows) = (80, 24)
        #expect(render(state).text.contains("═ ghost p50 600  max 800 ms"))
        #expect(state.apply(.close) == .dismissGhost)
        run.dismissGhost()
        #expect(run.closeUp(for: state).ghost == nil)
    }

    @Test func playingFromThePastGoesOnIntoTheFuture() {
        var run = ClusterRun(GossipTUI.openingScenario)
        run.advance(to: seconds(2))
        run.apply(.setTopology(.ring))
        run.advance(to: seconds(4))
        run.seek(to: seconds(1))
        #expect(run.snapshot(columns: 80).scenario.topology == .grid)
        run.advance(by: .seconds(5))
        #expect(run.now == seconds(6) && run.timeLine.isLive)
        #expect(run.snapshot(columns: 80).scenario.topology == .ring)
    }

    @Test(arguments: StepUnit.all)
    func stepsBackEndWhereStepsBegan(unit: StepUnit) {
        var run = ClusterRun(Preset.allCases[0].scenario)
        run.advance(to: .zero + .milliseconds(1_234))
        if unit == .batch {
            var batched = run.snapshot(columns: 80).scenario.broadcastProtocol
            batched.batching = .every(.milliseconds(50), sendsEmpty: false)
            run.apply(.setProtocol(batched))
        }
        let hasFirst = run.step(unit)
        let first = run.snapshot(columns: 80)
        let hasSecond = run.step(unit)
        #expect(hasFirst && hasSecond && run.snapshot(columns: 80) != first)
        _ = run.stepBack(unit)
        #expect(run.snapshot(columns: 80) == first)
    }

    @Test func theoryIsSilentAboutFiguresThatCoverAFault() {
        var run = ClusterRun(GossipTUI.openingScenario)
        var oracle = Oracle()
        func speaks() -> Bool {
            oracle.prediction(for: run.snapshot(columns: 80), in: run.timeLine) != nil
        }
        run.advance(to: seconds(1))
        #expect(speaks())
        run.apply(.partition(.majority))
        #expect(!speaks())
        run.apply(.heal)
        run.advance(to: seconds(3))
        #expect(!speaks())
        run.seek(to: .zero + .milliseconds(500))
        #expect(speaks())
        run.seek(to: seconds(3))
        #expect(!speaks())
        // Figures begin anew, and no fault was since.
        run.apply(.setTopology(.ring))
        #expect(speaks())
    }
}
