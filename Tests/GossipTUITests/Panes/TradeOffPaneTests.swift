import Testing

@testable import Engine
@testable import GossipTUI

@Suite struct TradeOffPaneTests {
    /// A run at `milliseconds` whose figures begin at `since`.
    private func snapshot(
        _ topology: Topology = .grid, at milliseconds: Int64, since: Int64 = 0,
        latency: Int64 = 700, messages: Int = 30, values: Int = 20
    ) -> ClusterSnapshot {
        var snapshot = Scene.quiet()
        snapshot.now = .zero + .milliseconds(milliseconds)
        snapshot.scenario.topology = topology
        snapshot.figures.since = .zero + .milliseconds(since)
        for _ in 0..<values { snapshot.figures.stable.record(.milliseconds(latency)) }
        snapshot.figures.traffic.readCount = 100
        snapshot.figures.traffic.serverSendCount = 100 * messages
        return snapshot
    }

    // MARK: The trail

    @Test func `A run that changes leaves a stop where it stood`() {
        var trail = RunTrail()
        trail.note(snapshot(at: 1_000, values: 0))
        #expect(trail.path.isEmpty)
        trail.note(snapshot(at: 2_000, latency: 600))
        trail.note(snapshot(at: 3_000, latency: 700))
        trail.note(snapshot(at: 3_100, latency: 700))
        #expect(trail.path.map(\.latency) == [600, 700])
        #expect(trail.stops.isEmpty)
        trail.note(snapshot(.heap, at: 3_200, since: 3_150, latency: 400, messages: 20))
        #expect(trail.path.map(\.latency) == [400])
        #expect(trail.stops.map(\.scenario.topology) == [.grid])
        #expect(trail.stops.map(\.place.latency) == [700])
        #expect(trail.stops.map(\.place.messages) == [30])
    }

    @Test func `A run that starts over leaves a stop too, in place of one of the same scenario`() {
        var trail = RunTrail()
        for latency in [600, 700, 650] as [Int64] {
            trail.note(snapshot(at: 5_000, latency: latency))
            trail.note(snapshot(at: 0, values: 0))
        }
        #expect(trail.stops.map(\.place.latency) == [650])
    }

    @Test func `A run of few values is no stop, and long trails are thinned`() {
        var trail = RunTrail()
        trail.note(snapshot(at: 1_000, values: 3))
        trail.note(snapshot(.ring, at: 2_000, since: 1_500, values: 0))
        #expect(trail.stops.isEmpty)
        for step in 0..<1_000 {
            trail.note(
                snapshot(.ring, at: 2_000 + Int64(step), since: 1_500, latency: Int64(100 + step)))
        }
        #expect(trail.path.count <= 61)
        #expect(trail.path.first?.latency == 100 && trail.path.last?.latency == 1_099)
    }

    // MARK: The pane

    private func pane(_ latency: Int64 = 700, messages: Int = 28) -> TradeOffPane {
        var trail = RunTrail()
        trail.note(snapshot(.heap, at: 1_000, latency: 300, messages: 45))
        let now = snapshot(at: 3_000, since: 2_000, latency: latency, messages: messages)
        trail.note(now)
        return TradeOffPane(snapshot: now, trail: trail, glyphs: .braille)
    }

    @Test func `The run, the runs before, the limits and the reference are in the picture`() {
        let canvas = drawn(pane(), columns: 60, rows: 16)
        let text = canvas.text
        #expect(text.contains("● now"))
        #expect(text.contains("part 1┐") && text.contains("part 2┐"))
        #expect(text.contains("● now (20 values)  · reference  a heap (20)"))
        #expect(canvas.cells(styled: .partlyInformed).count == 2)
        // Above the limit on messages, right of the limit on latency: outside of both.
        let now = canvas.cells(styled: .figure)[0]
        let corner = canvas.cells(styled: .fail).filter { canvas[$0.column, $0.row].glyph == "┐" }
        #expect(corner.count == 2)
        #expect(corner[0].column < now.column && corner[1].row > now.row)
    }

    @Test func `A former run is named by what it had, or else by what it did without`() {
        let now = snapshot(at: 3_000, since: 2_000)
        func key(_ edit: (inout Scenario) -> Void) -> Bool {
            var former = snapshot(at: 1_000)
            edit(&former.scenario)
            var trail = RunTrail()
            trail.note(former)
            trail.note(now)
            let pane = TradeOffPane(snapshot: now, trail: trail, glyphs: .ascii)
            return drawn(pane, columns: 90, rows: 16).text.contains("a \(wanted) (20)")
        }
        var wanted = "ring, loss 0.1"
        #expect(
            key {
                $0.topology = .ring
                $0.network.loss = 0.1
            })
        wanted = "the same"
        #expect(key { _ in })
        var lossy = now
        lossy.scenario.network.loss = 0.1
        let pane = TradeOffPane(
            snapshot: lossy, trail: trail(of: snapshot(at: 1_000), lossy), glyphs: .ascii)
        #expect(drawn(pane, columns: 90, rows: 16).text.contains("a without loss 0.1 (20)"))
    }

    private func trail(of snapshots: ClusterSnapshot...) -> RunTrail {
        var trail = RunTrail()
        for snapshot in snapshots { trail.note(snapshot) }
        return trail
    }

    @Test func `Even the narrowest summary has a figure`() {
        let summary = pane(700, messages: 28).summary(within: 12).spans.map(\.text).joined()
        #expect(summary == "28.00 msgs/op" || summary == "")
        #expect(!pane(700, messages: 28).summary(within: 17).spans.isEmpty)
    }

    @Test func `A part that is met is in the colour of what passes`() {
        let canvas = drawn(pane(300, messages: 10), columns: 60, rows: 16)
        #expect(!canvas.cells(styled: .pass).isEmpty)
        #expect(canvas.cells(styled: .fail).isEmpty)
        let summary = pane(300, messages: 25).summary(within: 80).spans.map(\.text).joined()
        #expect(summary == "25.00 msgs/op  max 300 ms  part 1 ✓  part 2 ✗")
    }

    @Test func `A part whose median is broken is not met, whatever the maximum`() {
        let summary = pane(450, messages: 10).summary(within: 80).spans.map(\.text).joined()
        #expect(summary.hasSuffix("part 1 ✗  part 2 ✓"))
    }

    @Test func `A run that is not the challenge's has no limits and no reference`() {
        var pane = pane()
        var other = pane.snapshot
        other.scenario.workload.rate = 10
        pane = TradeOffPane(snapshot: other, trail: pane.trail, glyphs: .braille)
        let text = drawn(pane, columns: 60, rows: 16).text
        #expect(!text.contains("part") && !text.contains("reference"))
    }

    @Test func `It never leaves its area, and says what will be there`() {
        let empty = TradeOffPane(snapshot: Scene.quiet(), trail: RunTrail(), glyphs: .braille)
        #expect(drawn(empty, columns: 60, rows: 6).text.hasPrefix("Nothing measured yet."))
        for pane in [pane(), empty] {
            for columns in stride(from: 0, through: 60, by: 3) {
                for rows in 0...12 {
                    let canvas = drawn(pane, columns: columns, rows: rows)
                    #expect((canvas.columns, canvas.rows) == (columns, rows))
                }
            }
        }
    }
}
