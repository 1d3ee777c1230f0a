import Engine
import Testing

@testable import GossipTUI

@Suite struct TrafficPaneTests {
    private static func snapshot(sent: Int, operations: Int) -> ClusterSnapshot {
        var snapshot = Scene.quiet()
        snapshot.figures.traffic.serverSendCount = sent
        snapshot.figures.traffic.readCount = operations
        return snapshot
    }

    @Test func `Both limits have a gauge and a verdict`() {
        let canvas = drawn(TrafficPane(snapshot: Scene.busy()), columns: 48, rows: 5)
        let lines = canvas.text.split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix("msgs/op 27.81  ▕██"))
        #expect(lines[0].hasSuffix("▏ ✓ < 30 of part 1"))
        #expect(lines[1].hasSuffix("█▏ ✗ > 20 of part 2"))
        #expect(lines[2] == "per broadcast 55.62   useful 43 %   cut 1,012")
    }

    @Test func `The payload has a line where the rate keeps two rows`() {
        for (rows, isShown) in [(4, false), (5, false), (6, true), (9, true)] {
            let canvas = drawn(TrafficPane(snapshot: Scene.busy()), columns: 60, rows: rows)
            let lines = canvas.text.split(separator: "\n").map(String.init)
            #expect(lines[2].hasPrefix("per broadcast "))
            let payload = "bytes 1,894/op, 68/msg   values 1.01/msg"
            #expect((lines[3] == payload) == isShown)
            #expect(lines[rows - 1].hasPrefix("2,370/s "))
        }
    }

    @Test func `A gauge is as full as the limit is used up`() {
        let canvas = drawn(
            TrafficPane(snapshot: Self.snapshot(sent: 1_000, operations: 100)), columns: 52, rows: 4
        )
        let filled = (0..<2).map { row in canvas.row(row).count { $0.glyph == "█" } }
        let whole = 18
        #expect(filled == [whole / 3, whole / 2])
    }

    @Test func `A limit that is just reached is broken, one just below is not`() {
        let reached = TrafficPane(snapshot: Self.snapshot(sent: 3_000, operations: 100))
        #expect(
            plain(reached.summary(within: 60))
                == "30.00 msgs/op  ✗ = 30  ✗ > 20")
        let below = TrafficPane(snapshot: Self.snapshot(sent: 2_999, operations: 100))
        #expect(
            plain(below.summary(within: 60)) == "29.99 msgs/op  ✓ < 30  ✗ > 20")
    }

    @Test func `The rate is that of the last second, in messages a second`() {
        var snapshot = Self.snapshot(sent: 10, operations: 1)
        snapshot.figures.sentPerQuarterSecond = [9_999, 100, 200, 300, 400]
        let text = drawn(TrafficPane(snapshot: snapshot), columns: 48, rows: 5).text
        #expect(text.contains("\n1,000/s"))
        snapshot.figures.sentPerQuarterSecond = [100]
        #expect(
            drawn(TrafficPane(snapshot: snapshot), columns: 48, rows: 5).text.contains("\n400/s"))
    }

    @Test func `Bars rise in eighths, and what is not zero shows`() {
        var canvas = Canvas(columns: 5, rows: 2)
        ColumnChart(heights: [0, 1, 80, 120, 160], peak: 160)
            .draw(on: &canvas, in: canvas.bounds, style: .bar)
        #expect(canvas.text == "   ▄█\n ▁███")
    }
}
