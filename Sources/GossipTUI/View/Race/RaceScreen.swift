import Engine

/// Two clusters side by side, and below them their latencies in one chart and their figures in a
/// table.
///
/// ```
/// ╭ grid ── 25 nodes, 40 links ────╮╭ heap ── 25 nodes, 50 arcs ─────╮
/// │                                ││                                │
/// ├ figures ── less is better ─────┤├ latency ── █ grid  ═ heap ─────┤
/// │ median            600   300 ✓  ││                                │
/// ╰────────────────────────────────╯╰────────────────────────────────╯
/// ```
struct RaceScreen {
    let state: DashboardState
    let race: Rivalry

    /// The fewest rows of the panes below that have room for the whole table.
    private static let tableRows = 11

    private var table: RaceTable {
        RaceTable(
            names: race.names, snapshots: [state.snapshot, race.rival], glyphs: state.glyphs,
            hasColor: state.shownTheme != .monochrome)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        if state.arrangement == .projector && area.columns >= 100 && area.rows >= 30 {
            return drawForRoom(on: &canvas, in: area)
        }
        guard area.columns >= 74, area.rows >= Self.tableRows + 10 else {
            // In the lesson what is to be watched comes first.
            if state.lesson != nil && area.columns >= 60 && area.rows >= 6 {
                drawClusters(on: &canvas, in: area, hasFigures: true)
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

    /// For a room: the clusters, below each the two figures that matter, and who wins.
    private func drawForRoom(on canvas: inout Canvas, in area: Rect) {
        var top = area
        top.rows = area.rows * 45 / 100
        drawClusters(on: &canvas, in: top)
        for (frame, snapshot) in zip(halves(of: area), [state.snapshot, race.rival]) {
            let pane = FiguresPane(
                snapshot: snapshot, glyphs: state.glyphs, value: state.captionValue)
            let lower = Rect(
                column: frame.column, row: top.row + top.rows - 1, columns: frame.columns,
                rows: area.rows - top.rows)
            PaneFrame(title: pane.title, area: lower, isFirst: false).draw(on: &canvas)
            pane.draw(on: &canvas, in: PaneFrame.inside(of: lower))
        }
        canvas.write(
            StyledText(table.verdict(race.names), .figure), column: area.column + 2,
            row: area.row + area.rows - 1, width: area.columns - 4)
    }

    /// The left one is for the first cluster.
    private func halves(of area: Rect) -> [Rect] {
        let half = area.columns / 2
        var (left, right) = (area, area)
        left.columns = half
        (right.column, right.columns) = (area.column + half, area.columns - half)
        return [left, right]
    }

    private func drawClusters(
        on canvas: inout Canvas, in area: Rect, hasFigures: Bool = false
    ) {
        let halves = halves(of: area)
        for (side, snapshot) in [state.snapshot, race.rival].enumerated() {
            let frame = halves[side]
            draw(snapshot, called: race.names[side], on: &canvas, in: frame)
            guard hasFigures else { continue }
            let width = frame.columns - 4
            canvas.write(
                figures(of: snapshot, within: width), column: frame.column + 2,
                row: frame.row + frame.rows - 1, width: width)
        }
    }

    /// ` 1,000/s 51.0/broadcast 49 % useful `, for the edge of a pane.
    private func figures(of snapshot: ClusterSnapshot, within columns: Int) -> StyledText {
        let figures = snapshot.figures
        func part(_ figure: String?, _ unit: String) -> StyledText {
            figure.map { .figure($0) + .label(unit) } ?? .empty
        }
        let parts = [
            part(figures.sentInLastSecond?.grouped, "/s"),
            part(figures.traffic.messagesPerBroadcast?.withOneDecimal, "/broadcast"),
            part(
                figures.traffic.usefulShare.map { Int(($0 * 100).rounded()).grouped }, " % useful"),
        ].filter { $0.columns > 0 }
        guard !parts.isEmpty else { return .empty }
        return .label(" ") + .joining(parts, by: " ", within: columns - 2) + .label(" ")
    }

    private func draw(
        _ snapshot: ClusterSnapshot, called name: String, on canvas: inout Canvas, in frame: Rect
    ) {
        let pane = ClusterPane(
            snapshot: snapshot, glyphs: state.glyphs, selectedNode: state.selectedNode,
            shownValue: state.captionValue)
        let facts = ([pane.size] + pane.partition + pane.outages).joined(separator: ", ")
        PaneFrame(title: "\(name) ── \(facts)", area: frame, isFirst: true).draw(on: &canvas)
        pane.draw(on: &canvas, in: frame.inner)
    }

    private func drawLatencies(on canvas: inout Canvas, in frame: Rect) {
        let legends = [race.names, table.shortNames(within: 5)].map { "█ \($0[0])  ═ \($0[1])" }
        let titles = legends.map { "latency ── \($0)" } + legends
        PaneFrame(
            title: titles.first { $0.columns <= frame.columns - 4 } ?? legends[1], area: frame,
            isFirst: false
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
            latencies: latencies[0], stable: nil, scale: state.latencyScale, ghost: latencies[1]
        ).draw(on: &canvas, in: area)
    }
}
