import Charts

/// The frame of the trade-off's chart: two logarithmic axes around a rectangle of cells.
struct TradeOffPlot {
    /// The cells between the axes.
    let inside: Rect
    private let horizontal: AxisScale
    private let vertical: AxisScale

    /// Left of the plot: a label of four columns, and the axis.
    private static let margin = 5
    /// Below it: the axis, its labels, and the key.
    private static let footRows = 3

    /// A chart in `area` whose axes cover these places; latencies are in milliseconds.
    init(area: Rect, covering places: [(latency: Double, messages: Double)]) {
        inside = Rect(
            column: area.column + Self.margin, row: area.row,
            columns: max(1, area.columns - Self.margin),
            rows: max(1, area.rows - Self.footRows))
        horizontal = AxisScale(.logarithmic, covering: places.map(\.latency))
        vertical = AxisScale(.logarithmic, covering: places.map(\.messages))
    }

    /// The cell of a place; nil where it is not shown.
    func point(_ latency: Double, _ messages: Double) -> Point? {
        guard horizontal.range.contains(latency), vertical.range.contains(messages) else {
            return nil
        }
        let across = horizontal.position(of: latency) * Double(inside.columns - 1)
        let up = vertical.position(of: messages) * Double(inside.rows - 1)
        return Point(
            column: inside.column + Int(across.rounded()),
            row: inside.row + inside.rows - 1 - Int(up.rounded()))
    }

    /// The latency that a column of the plot, counted from its left end, stands for.
    func latency(atColumn column: Int) -> Double {
        horizontal.value(at: Double(column) / Double(max(1, inside.columns - 1)))
    }

    func drawAxes(on canvas: inout Canvas) {
        let rows = vertical.ticks(atMost: max(2, inside.rows / 2)).compactMap { tick in
            point(horizontal.range.lowerBound, tick).map { ($0.row - inside.row, tick.brief) }
        }
        let columns = horizontal.ticks(atMost: max(2, inside.columns / 8)).compactMap { tick in
            point(tick, vertical.range.lowerBound).map {
                ($0.column - inside.column, tick.brief)
            }
        }
        ChartAxes(plot: inside).draw(
            vertical: rows, horizontal: columns, unit: "ms", on: &canvas)
    }
}
