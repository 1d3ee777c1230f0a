import Charts
import Engine

/// The share of live nodes that know a value over time, and what theory expects of it.
///
/// ```
///  100┤            ▂▅████████
///     │     ┄┄▄▆███
///   %0┼▂▃▄▆█
///     0      200      400   ms
/// ```
struct CoverageChart {
    let arrivals: ValueArrivals
    let snapshot: ClusterSnapshot
    /// What theory says of such a run; nil where it says nothing.
    let prediction: Prediction?
    /// How it came to the nodes in a future that was done away with; nil without one.
    var ghost: ValueArrivals?

    /// The fewest rows and columns that make a chart.
    static let smallest = (columns: 24, rows: 5)

    private static let margin = 5

    func draw(on canvas: inout Canvas, in area: Rect) {
        let plot = Rect(
            column: area.column + Self.margin, row: area.row,
            columns: max(1, area.columns - Self.margin), rows: max(1, area.rows - 2))
        let end = end
        let shares = (0..<plot.columns).map { column in
            let age = Self.time(ofColumn: column, of: plot.columns, upTo: end)
            // The rest is still to come.
            guard arrivals.acceptedAt + age <= snapshot.now else { return 0 }
            return Self.share(of: arrivals, after: age, in: snapshot)
        }
        ColumnChart(heights: shares, peak: 1_000).draw(on: &canvas, in: plot, style: .informed)
        if let ghost {
            drawLine(.ghost, upTo: end, on: &canvas, in: plot) { age in
                Double(Self.share(of: ghost, after: age, in: snapshot)) / 1_000
            }
        }
        if let prediction {
            drawLine(.prediction, upTo: end, on: &canvas, in: plot) {
                prediction.coverage(after: $0)
            }
        }
        drawAxes(upTo: end, on: &canvas, around: plot)
    }

    /// Where the axis of time ends.
    private var end: TimeSpan {
        let spans =
            [arrivals, ghost].compactMap { $0?.span }
            + [prediction?.latencies.last?.latency].compactMap(\.self)
        let age = snapshot.now - arrivals.acceptedAt
        // A value that nobody else has learned yet has only its age.
        let longest = max(
            spans.max() ?? .zero, spans.max() == .zero ? age : .zero, .milliseconds(1))
        return .microseconds(longest.microseconds * 11 / 10)
    }

    private static func time(ofColumn column: Int, of columns: Int, upTo end: TimeSpan) -> TimeSpan
    {
        .microseconds(end.microseconds * Int64(column) / Int64(max(1, columns - 1)))
    }

    /// The share of live nodes, in thousandths, that knew the value so long after it was accepted.
    private static func share(
        of arrivals: ValueArrivals, after age: TimeSpan, in snapshot: ClusterSnapshot
    ) -> Int {
        let live = snapshot.nodeStates.count { $0 != .down }
        var isKnown = [Bool](repeating: false, count: snapshot.nodeStates.count)
        for arrival in arrivals.arrivals where arrival.at <= arrivals.acceptedAt + age {
            isKnown[arrival.node.index] = snapshot.nodeStates[arrival.node.index] != .down
        }
        return live == 0 ? 0 : 1_000 * isKnown.count(where: \.self) / live
    }

    /// Draws the share of nodes over time as a line, but for the bars that hide it.
    private func drawLine(
        _ cell: Cell, upTo end: TimeSpan, on canvas: inout Canvas, in plot: Rect,
        of share: (TimeSpan) -> Double
    ) {
        for column in 0..<plot.columns {
            let age = Self.time(ofColumn: column, of: plot.columns, upTo: end)
            let up = min(plot.rows - 1, Int(share(age) * Double(plot.rows)))
            let place = (column: plot.column + column, row: plot.row + plot.rows - 1 - up)
            if canvas[place.column, place.row] == .blank {
                canvas[place.column, place.row] = cell
            }
        }
    }

    private func drawAxes(upTo end: TimeSpan, on canvas: inout Canvas, around plot: Rect) {
        let axis = AxisScale(.linear, range: 0...Double(end.microseconds) / 1_000)
        let ticks = axis.ticks(atMost: max(2, plot.columns / 8)).map { tick in
            (Int(axis.position(of: tick) * Double(plot.columns - 1)), tick.brief)
        }
        ChartAxes(plot: plot).draw(
            vertical: [(0, "100%")], horizontal: ticks, unit: "ms", on: &canvas)
    }
}

extension ValueArrivals {
    /// From the first arrival to the last.
    fileprivate var span: TimeSpan { (arrivals.last?.at ?? acceptedAt) - acceptedAt }
}
