import Engine
import Testing

@testable import GossipTUI

@Suite struct LatencyPaneTests {
    private static func histogram(_ milliseconds: [Int64]) -> LatencyHistogram {
        var histogram = LatencyHistogram()
        for latency in milliseconds { histogram.record(.milliseconds(latency)) }
        return histogram
    }

    private static func words(_ milliseconds: [Int64], _ limits: ChallengeLimits = .part1) -> String
    {
        var snapshot = Scene.busy()
        snapshot.figures = RunFigures(stable: histogram(milliseconds))
        return plain(LatencyVerdict(limits: limits, snapshot: snapshot).text)
    }

    @Test func `While a value waits longer than any may take, no limit is kept`() {
        var snapshot = Scene.busy()
        snapshot.figures = RunFigures(stable: Self.histogram([100, 200, 300]))
        func words(_ limits: ChallengeLimits) -> String {
            plain(LatencyVerdict(limits: limits, snapshot: snapshot).text)
        }
        snapshot.figures.oldestIncompleteAge = .milliseconds(599)
        #expect(words(.part1) == "part 1 latency ✓")
        snapshot.figures.oldestIncompleteAge = .milliseconds(1_700)
        #expect(words(.part1) == "part 1 latency ✗ one still waits 1,700 > 600")
        #expect(words(.part2) == "part 2 latency ✓")
        snapshot.phase = .finished
        #expect(words(.part1) == "part 1 latency ✗ one never came everywhere")
    }

    @Test func `Limits that are not meant for a run are not judged`() {
        var snapshot = Scene.busy()
        snapshot.figures = RunFigures(stable: Self.histogram([100]))
        snapshot.scenario.workload.rate = 10
        let verdict = LatencyVerdict(limits: .part1, snapshot: snapshot)
        #expect(plain(verdict.text) == "part 1 latency —")
    }

    @Test func `A verdict names the limits that are broken, the median first`() {
        #expect(Self.words([]) == "part 1 latency —")
        #expect(Self.words([100, 200, 300]) == "part 1 latency ✓")
        #expect(Self.words([100, 512]) == "part 1 latency ✗ median 512 > 400")
        #expect(Self.words([100, 512, 700]) == "part 1 latency ✗ p50 512 > 400, max 700 > 600")
        #expect(Self.words([100, 200, 700]) == "part 1 latency ✗ max 700 > 600")
        #expect(Self.words([100, 200, 1_999], .part2) == "part 2 latency ✓")
        #expect(Self.words([100, 200, 2_500], .part2) == "part 2 latency ✗ max 2,500 > 2,000")
    }

    @Test func `A limit that is just reached is broken`() {
        #expect(Self.words([400]) == "part 1 latency ✗ median 400 = 400")
    }

    @Test func `The limits of a run that the challenge is not about are marked as such`() {
        var snapshot = Scene.busy()
        let note = "limits are for 25 nodes, 100 ms, 100 op/s"
        let text = {
            drawn(LatencyPane(snapshot: $0, glyphs: .braille), columns: 60, rows: 14).text
        }
        #expect(!text(snapshot).contains(note))
        snapshot.scenario.workload.rate = 10
        #expect(text(snapshot).contains(note))
    }

    @Test func `Without a stable latency there is no line for it and no verdict`() {
        var snapshot = Scene.busy()
        snapshot.figures.stable = LatencyHistogram()
        let text = drawn(LatencyPane(snapshot: snapshot, glyphs: .braille), columns: 60, rows: 14)
            .text
        #expect(text.contains("true "))
        #expect(!text.contains("\nstable "))
        #expect(text.contains("part 1 latency —   part 2 latency —"))
    }

    @Test func `Bars stand on their ticks, and the limits inside the range are marked`() {
        let canvas = drawn(
            LatencyPane(snapshot: Scene.busy(), glyphs: .braille), columns: 48, rows: 15)
        let lines = canvas.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].contains("┊p50 (1)┊max (1)"))
        #expect(lines[1].hasPrefix("80┤"))
        #expect(lines[9].hasPrefix(" 0┼"))
        let six = Array(lines[10]).firstIndex(of: "6").map { $0 + 1 } ?? 0
        #expect(Array(lines[9])[six] == "┬")
        #expect(Array(lines[8])[six] == "█")
        #expect(canvas[six, 1].style == .bar)
    }

    @Test func `The title says since when figures count`() {
        var snapshot = Scene.busy()
        #expect(!LatencyPane(snapshot: snapshot, glyphs: .braille).title.contains("since"))
        snapshot.figures.since = Instant(microseconds: 72_000_000)
        let pane = LatencyPane(snapshot: snapshot, glyphs: .braille)
        #expect(pane.title == "latency ── accept → everywhere, since 1:12")
    }
}
