import Engine

/// How many messages each node sends and takes: who bears the load.
///
/// ```
///  n0 412 · mean 231 · max/mean 1.78      █ sent ░ taken
///  ░
///  █     ░
///  █  ░  █  ░
///  n0    n3
/// ```
///
/// With more nodes than columns, each column is the busiest of several.
struct LoadPane: Pane {
    let snapshot: ClusterSnapshot
    /// Entry i is node i's.
    let loads: [NodeLoad]

    var title: String {
        let since = snapshot.figures.since
        return "load ── messages per node" + (since > .zero ? ", since \(since.briefClock)" : "")
    }

    func summary(within columns: Int) -> StyledText {
        guard let busiest, total > 0 else { return .faint("no messages yet") }
        return .joining([gist(of: busiest)], within: columns)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard area.rows > 0, area.columns > 0 else { return }
        guard let busiest, total > 0 else {
            canvas.write(
                "No messages yet. How many each node sends and takes will show here.",
                wrappedIn: area, style: .faint)
            return
        }
        canvas.write(gist(of: busiest), column: area.column, row: area.row, width: area.columns)
        guard area.rows >= 4 else { return }
        let isBeside = gist(of: busiest).columns + 2 + key(in: area).columns <= area.columns
        let keyRows = isBeside || area.rows < 6 ? 0 : 1
        let plot = Rect(
            column: area.column, row: area.row + 1 + keyRows, columns: area.columns,
            rows: area.rows - 2 - keyRows)
        let bars = bars(in: plot.columns)
        let width = max(1, min(4, plot.columns / max(1, bars.count)))
        let peak = bars.map(\.messageCount).max() ?? 0
        draw(bars.map(\.messageCount), peak, width, .redundant, on: &canvas, in: plot)
        draw(bars.map(\.sentCount), peak, width, .bar, on: &canvas, in: plot)
        drawNames(width: width, on: &canvas, below: plot)
        guard isBeside || keyRows > 0 else { return }
        let key = key(in: area)
        canvas.write(
            key, column: area.column + max(0, area.columns - key.columns),
            row: area.row + keyRows, width: area.columns)
    }

    private func draw(
        _ heights: [Int], _ peak: Int, _ width: Int, _ style: Style, on canvas: inout Canvas,
        in plot: Rect
    ) {
        ColumnChart(heights: heights, peak: peak, barColumns: width, gap: width > 1 ? 1 : 0)
            .draw(on: &canvas, in: plot, style: style, glyph: style == .redundant ? "░" : nil)
    }

    /// The busiest node, the mean, and how far apart they are.
    private func gist(of busiest: (node: NodeID, load: NodeLoad)) -> StyledText {
        let mean = Double(total) / Double(loads.count)
        let ratio = Double(busiest.load.messageCount) / mean
        return .figure("\(busiest.node) \(busiest.load.messageCount.grouped)")
            + .label(" · mean ") + .figure(Int(mean.rounded()).grouped)
            + .label(" · max/mean ") + .figure(ratio.withTwoDecimals)
    }

    private var total: Int { loads.reduce(0) { $0 + $1.messageCount } }

    private var busiest: (node: NodeID, load: NodeLoad)? {
        loads.enumerated().max { $0.element.messageCount < $1.element.messageCount }
            .map { (NodeID($0.offset), $0.element) }
    }

    /// How many nodes a column stands for.
    private func nodesPerBar(in columns: Int) -> Int { (loads.count + columns - 1) / columns }

    /// The busiest of the nodes of each column.
    private func bars(in columns: Int) -> [NodeLoad] {
        let step = nodesPerBar(in: columns)
        return stride(from: 0, to: loads.count, by: step).map { first in
            loads[first..<min(first + step, loads.count)]
                .max { $0.messageCount < $1.messageCount } ?? NodeLoad()
        }
    }

    private func drawNames(width: Int, on canvas: inout Canvas, below plot: Rect) {
        let step = nodesPerBar(in: plot.columns)
        var free = 0
        for bar in 0..<(loads.count + step - 1) / step {
            let name = NodeID(bar * step).description
            let column = bar * width
            guard column >= free, column + name.columns <= plot.columns else { continue }
            canvas.write(
                name, column: plot.column + column, row: plot.row + plot.rows, style: .label)
            free = column + name.columns + 1
        }
    }

    /// What the two shades are.
    private func key(in area: Rect) -> StyledText {
        let step = nodesPerBar(in: area.columns)
        return StyledText("█", .bar) + .label(" sent ") + StyledText("░", .redundant)
            + .label(" taken") + .label(step > 1 ? ", 1 of \(step) nodes" : "")
    }
}
