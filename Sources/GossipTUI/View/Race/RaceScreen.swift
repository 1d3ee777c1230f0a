import Engine

/// Two clusters side by side, and below them their latencies in one chart and their figures in a table.
///
/// ```
/// ╭ A grid ── 25 nodes, 40 links ──╮╭ B heap ── 25 nodes, 50 arcs ───╮
/// │                                ││                                │
/// ├ figures ── less is better ─────┤├ latency ── █ A  ═ B ───────────┤
/// │ median            600   300 ✓  ││                                │
/// ╰────────────────────────────────╯╰────────────────────────────────╯
/// ```
struct RaceScreen {
    let state: DashboardState
    let race: Rivalry

    /// The fewest rows of the panes below that have room for the whole table.
    private static let tableRows = 11

    func draw(on canvas: inout Canvas, in area: Rect) {
        let table = RaceTable(
            names: race.names, snapshots: [state.snapshot, race.rival], glyphs: state.glyphs)
        guard area.columns >= 74, area.rows >= Self.tableRows + 10 else {
            // In the lesson what is to be watched comes first.
            if state.lesson != nil && area.columns >= 60 && area.rows >= 6 {
                drawClusters(on: &canvas, in: area)
            } else {
                table.draw(on: &canvas, in: area)
            }
            return
        }
        let lower = max(Self.tableRows, area.rows * 36 / 100)
        let upper = area.rows - lower - 3
        var top = area
        top.rows = upper + 2
        drawClusters(on: &canvas, in: top)
        let tableColumns = min(max(48, area.columns * 45 / 100), area.columns - 24)
        let frame = Rect(
            column: area.column, row: area.row + upper + 1, columns: tableColumns, rows: lower + 2)
        PaneFrame(title: "figures ── less is better", area: frame, isFirst: false)
            .draw(on: &canvas)
        table.draw(on: &canvas, in: PaneFrame.inside(of: frame))
        var right = frame
        right.column += tableColumns
        right.columns = area.columns - tableColumns
        drawLatencies(on: &canvas, in: right)
    }

    private func drawClusters(on canvas: inout Canvas, in area: Rect) {
        let half = area.columns / 2
        for (side, snapshot) in [state.snapshot, race.rival].enumerated() {
            let frame = Rect(
                column: area.column + side * half, row: area.row,
                columns: side == 0 ? half : area.columns - half, rows: area.rows)
            draw(snapshot, called: "AB".map(String.init)[side], on: &canvas, in: frame, side: side)
        }
    }

    private func draw(
        _ snapshot: ClusterSnapshot, called letter: String, on canvas: inout Canvas, in frame: Rect,
        side: Int
    ) {
        let pane = ClusterPane(
            snapshot: snapshot, glyphs: state.glyphs, selectedNode: state.selectedNode,
            shownValue: state.captionValue)
        let name = race.names[side] == letter ? letter : "\(letter) \(race.names[side])"
        let facts = ([pane.size] + pane.partition + pane.outages).joined(separator: ", ")
        PaneFrame(title: "\(name) ── \(facts)", area: frame, isFirst: true).draw(on: &canvas)
        pane.draw(on: &canvas, in: frame.inner)
    }

    private func drawLatencies(on canvas: inout Canvas, in frame: Rect) {
        PaneFrame(
            title: "latency ── █ \(race.names[0])  ═ \(race.names[1])", area: frame, isFirst: false
        ).draw(on: &canvas)
        let area = PaneFrame.inside(of: frame)
        let latencies = [state.snapshot, race.rival].map(\.figures.propagation)
        guard latencies[0].count > 0, area.columns >= LatencyChart.smallest.columns else {
            canvas.write(
                "How long values take from the client to the last node will show here.",
                wrappedIn: area, style: .faint)
            return
        }
        LatencyChart(
            latencies: latencies[0], stable: nil, scale: state.latencyScale, ghost: latencies[1],
            marksLimits: false
        ).draw(on: &canvas, in: area)
    }
}
