import Testing

@testable import Engine
@testable import GossipTUI

/// The tabs that show what happened, who bears the load, and the way of a value.
@Suite struct DetailTabTests {
    private func entry(_ event: TraceEvent, at milliseconds: Int64) -> Journal.Entry {
        Journal.Entry(
            number: Int(milliseconds), instant: Instant(microseconds: milliseconds * 1_000),
            event: event)
    }

    private func lines(_ pane: any Pane, columns: Int = 46, rows: Int = 8) -> [String] {
        drawn(pane, columns: columns, rows: rows).text.split(separator: "\n").map {
            String($0)
        }
    }

    // MARK: Log

    @Test func `The log says in a line each what happened, newest last`() {
        let envelope = Envelope(
            number: 1, source: NodeID(3), destination: NodeID(18),
            message: .disseminating(ValueID(124)), sentAt: .zero)
        let pane = LogPane(
            entries: [
                entry(.sent(envelope), at: 10), entry(.dropped(envelope, .cut), at: 110),
                entry(.learned(NodeID(7), ValueID(124), from: nil), at: 120),
                entry(.killed(NodeSet([NodeID(5)])), at: 12_340),
                entry(.rateChanged(50), at: 61_000),
            ], filter: LogFilter(), offset: 0, glyphs: .braille)
        #expect(
            lines(pane) == [
                "0:00.01  n3→n18  sends {124}", "0:00.11  n3→n18  is cut off",
                "0:00.12  n7      learns 124 from its client", "0:12.34  n5      crashes",
                "1:01.00          50 operations a second",
            ])
        #expect(lines(pane, rows: 2).first?.hasPrefix("0:12.34") == true)
        let cells = drawn(pane, columns: 46, rows: 8)
        #expect(cells[17, 1].style == .cut && cells[17, 3].style == .crashed)
    }

    @Test func `An empty log says how to see something else`() {
        let pane = LogPane(
            entries: [], filter: LogFilter(kinds: [.losses], node: NodeID(3)), offset: 0,
            glyphs: .braille)
        #expect(pane.title == "log ── losses n3")
        #expect(lines(pane).joined(separator: " ").contains("/ is the next filter"))
    }

    // MARK: Load

    @Test func `The load has a bar for each node, what it sent in front of all it had`() {
        var loads = [NodeLoad](repeating: NodeLoad(sentCount: 10, receivedCount: 10), count: 25)
        loads[12] = NodeLoad(sentCount: 40, receivedCount: 40)
        let pane = LoadPane(snapshot: Scene.quiet(), loads: loads)
        let canvas = drawn(pane, columns: 75, rows: 10)
        #expect(canvas.text.hasPrefix("n12 80 · mean 22 · max/mean 3.57"))
        // Three columns a node, the last of them free; eight rows.
        #expect((1...8).map { canvas[36, $0].glyph } == Array("░░░░████".unicodeScalars))
        #expect((1...8).map { canvas[0, $0].glyph } == Array("      ░█".unicodeScalars))
        #expect((1...8).allSatisfy { canvas[38, $0] == .blank })
        #expect(lines(pane, columns: 75, rows: 10).last?.hasPrefix("n0 n1 n2 n3") == true)
    }

    @Test func `With more nodes than columns a bar is the busiest of several`() {
        var loads = [NodeLoad](repeating: NodeLoad(sentCount: 1, receivedCount: 1), count: 100)
        loads[7] = NodeLoad(sentCount: 8, receivedCount: 8)
        let canvas = drawn(LoadPane(snapshot: Scene.quiet(), loads: loads), columns: 60, rows: 10)
        #expect(canvas[3, 1].glyph == "░" && canvas[2, 1] == .blank && canvas[4, 1] == .blank)
        #expect(canvas.text.contains("1 of 2 nodes"))
    }

    // MARK: Value

    /// n12 -> n7, n13; n7 -> n2.
    private var arrivals: ValueArrivals {
        func arrival(_ node: Int, _ source: Int?, _ milliseconds: Int64) -> ValueArrivals.Arrival {
            let instant = Instant.zero + .milliseconds(milliseconds)
            guard let source else { return ValueArrivals.Arrival(node: NodeID(node), at: instant) }
            return ValueArrivals.Arrival(
                node: NodeID(node), source: NodeID(source), kind: .dissemination,
                sentAt: instant - .milliseconds(100), at: instant)
        }
        return ValueArrivals(
            of: ValueID(3),
            [
                arrival(12, nil, 700), arrival(7, 12, 800), arrival(13, 12, 800),
                arrival(2, 7, 900),
            ])
    }

    private func valuePane(
        _ value: ValueID? = ValueID(3), _ edit: (inout ClusterSnapshot) -> Void = { _ in }
    ) -> ValuePane {
        var snapshot = ClusterSnapshot.example(.grid, nodeCount: 25)
        edit(&snapshot)
        return ValuePane(
            snapshot: snapshot, value: value, arrivals: value == nil ? nil : arrivals,
            glyphs: .braille)
    }

    @Test func `The way of a value is told hop by hop`() {
        #expect(
            lines(valuePane(), columns: 60) == [
                "4 of 25 nodes after 300 ms, from n12",
                "hop 0  ■            1     0 ms  n12",
                "hop 1  ■            2   100 ms  n7 n13",
                "hop 2  ■            1   200 ms  n2",
                "lacks  ░░░░░░░░░   21           n0 n1 n3 n4 n5 n6 n8 n9 n10…",
                "last n2: n12→n7→n2",
            ])
    }

    @Test func `Where one step of the way took longer it is named`() {
        let late = ValueArrivals.Arrival(
            node: NodeID(3), source: NodeID(2), kind: .repair,
            sentAt: .zero + .milliseconds(1_200), at: .zero + .milliseconds(1_300))
        let pane = ValuePane(
            snapshot: .example(.grid, nodeCount: 25), value: ValueID(3),
            arrivals: ValueArrivals(of: ValueID(3), arrivals.arrivals + [late]), glyphs: .ascii)
        let text = lines(pane, columns: 60)
        #expect(text.contains("last n3: n12>n7>n2>n3"))
        #expect(text.contains("longest step: n2>n3, 400 ms, until 0:01.30"))
        #expect(text.contains("gossiped at 0:01.20, after 300 ms"))
        #expect(!lines(pane, columns: 60, rows: 7).contains { $0.contains("longest") })
    }

    @Test func `With room, the share of nodes that know it is drawn over time, and what to expect`()
    {
        var pane = valuePane()
        pane.prediction = Prediction(pane.snapshot.scenario)
        let canvas = drawn(pane, columns: 60, rows: 18)
        #expect(canvas.text.contains("100%┤"))
        #expect(canvas.text.contains("200") && canvas.text.contains("ms"))
        // 1, 3 and 4 of 25 nodes within 200 ms, and the time after 300 ms is still to come.
        let marks = canvas.cells(styled: .prediction)
        #expect(marks.count > 20)
        let bars = canvas.cells(styled: .informed).filter { $0.row > 7 }
        #expect(Set(bars.map(\.row)).count == 2)
        #expect((bars.map(\.column).max() ?? 0) < (marks.map(\.column).max() ?? 0))
    }

    @Test func `Hops that have no room share a line, and a node that is down has forgotten`() {
        let few = lines(valuePane(), columns: 60, rows: 5)
        #expect(few[2].hasPrefix("hop 1+ ■■           3   200 ms  n7 n13 n2"))
        let down = lines(valuePane { $0.nodeStates[2] = .down }, columns: 60)
        #expect(down[0].hasPrefix("3 of 24 nodes"))
        #expect(!down.contains { $0.hasPrefix("hop 2") })
    }

    @Test func `Without a value the tab says how to follow one`() {
        #expect(lines(valuePane(nil)).joined(separator: " ").contains("v follows the newest value"))
    }

    @Test func `The cluster shows hops, and the links over which the value came`() throws {
        var pane = ClusterPane(
            snapshot: .example(.grid, nodeCount: 25), glyphs: .braille, selectedNode: NodeID(0))
        pane.followed = FollowedValue(arrivals, nodeStates: pane.snapshot.nodeStates)
        var canvas = Canvas(columns: 60, rows: 20)
        pane.draw(on: &canvas, in: canvas.bounds)
        let layout = ClusterLayout(topology: .grid, nodeCount: 25, columns: 60, rows: 20)
        func cell(_ node: Int) -> Cell {
            canvas[layout.positions[node].column, layout.positions[node].row]
        }
        #expect([12, 7, 2].map { cell($0).glyph } == ["⁰", "¹", "²"])
        #expect(cell(12).style == .informed)
        #expect(cell(24) == Cell(glyph: "○", style: .missing))
        let tree = canvas.cells(styled: .tree)
        // Up from n12 to n2, and right to n13.
        #expect(!tree.isEmpty)
        #expect(tree.allSatisfy { $0.row <= layout.positions[12].row })
        #expect(tree.contains { $0.row == layout.positions[12].row })
    }

    @Test func `No tab ever leaves its area`() {
        let panes: [any Pane] = [
            valuePane(), valuePane(nil),
            LoadPane(snapshot: Scene.quiet(), loads: Array(repeating: NodeLoad(), count: 25)),
            LoadPane(
                snapshot: Scene.quiet(),
                loads: Array(repeating: NodeLoad(sentCount: 3, receivedCount: 1), count: 25)),
            LogPane(
                entries: [entry(.healed, at: 3)], filter: LogFilter(), offset: 2, glyphs: .ascii),
        ]
        for pane in panes {
            for columns in 0...30 {
                for rows in 0...5 {
                    let canvas = drawn(pane, columns: columns, rows: rows)
                    #expect((canvas.columns, canvas.rows) == (columns, rows))
                    #expect(pane.summary(within: 20 + columns).columns <= 20 + columns)
                }
            }
        }
    }
}
