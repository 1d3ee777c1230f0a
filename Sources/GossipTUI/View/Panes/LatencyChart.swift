import Engine

/// A histogram of latencies over a labelled axis, with the challenge's limits as marks.
///
/// ```
///  values       ┊p50 part 1 ┊max part 1
///  80┤      ▂▅█▇▅▂          ┊
///    │  ▁▄████████▃▁        ┊
///   0┼──────┬──────┬──────┬─────
///    0     200    400    600 ms
/// ```
struct LatencyChart {
    let latencies: LatencyHistogram
    /// What the limits are about; nil where they are not meant for such a run.
    let stable: LatencyHistogram?

    /// The fewest rows and columns that make a chart.
    static let smallest = (columns: 20, rows: 5)

    func draw(on canvas: inout Canvas, in area: Rect) {
        let maximum = latencies.maximum ?? .zero
        let rough = LatencyAxis(upTo: maximum, columns: max(1, area.columns - 3))
        let countColumns = max(2, (rough.bars(of: latencies).max() ?? 0).grouped.columns)
        let plot = Rect(
            column: area.column + countColumns + 1, row: area.row + 1,
            columns: max(1, area.columns - countColumns - 1), rows: max(0, area.rows - 3))
        let axis = LatencyAxis(upTo: maximum, columns: plot.columns)
        let bars = axis.bars(of: latencies)
        let peak = bars.max() ?? 0

        drawScale(of: axis, peak: peak, on: &canvas, around: plot)
        ColumnChart(heights: bars, peak: peak, barColumns: axis.barColumns)
            .draw(on: &canvas, in: plot, style: .bar)
        canvas.write(unit, column: area.column, row: area.row, style: .label)
        drawMarks(of: axis, on: &canvas, over: plot, from: area.column + unit.columns + 1)
    }

    private let unit = "values"

    private func drawScale(
        of axis: LatencyAxis, peak: Int, on canvas: inout Canvas, around plot: Rect
    ) {
        let line = plot.column - 1
        let axisRow = plot.row + plot.rows
        for row in plot.row..<axisRow { canvas[line, row] = Cell(glyph: "│", style: .frame) }
        for column in plot.column..<plot.column + plot.columns {
            canvas[column, axisRow] = Cell(glyph: "─", style: .frame)
        }
        canvas[line, plot.row] = Cell(glyph: "┤", style: .frame)
        canvas[line, axisRow] = Cell(glyph: "┼", style: .frame)
        for (count, row) in [(peak, plot.row), (0, axisRow)] {
            let text = count.grouped
            canvas.write(text, column: line - text.columns, row: row, style: .label)
        }

        let end = plot.column + plot.columns - 3
        canvas.write("ms", column: end + 1, row: axisRow + 1, style: .label)
        for tick in axis.ticks {
            guard let offset = axis.column(at: tick) else { continue }
            canvas[plot.column + offset, axisRow] = Cell(glyph: "┬", style: .frame)
            let text = tick.grouped
            let start = plot.column + offset - (text.columns - 1) / 2
            guard start + text.columns <= end else { continue }
            canvas.write(text, column: start, row: axisRow + 1, style: .label)
        }
    }

    /// Lines where the limits are, styled by whether they are kept, named where there is room.
    private func drawMarks(
        of axis: LatencyAxis, on canvas: inout Canvas, over plot: Rect, from left: Int
    ) {
        let marks = marks.compactMap { mark in
            axis.column(at: Int(mark.limit.microseconds / 1_000)).map { (mark, plot.column + $0) }
        }
        for (index, (mark, column)) in marks.enumerated() {
            for row in plot.row..<plot.row + plot.rows where canvas[column, row] == .blank {
                canvas[column, row] = Cell(glyph: "┊", style: mark.style)
            }
            guard column >= left else { continue }
            canvas[column, plot.row - 1] = Cell(glyph: "┊", style: mark.style)
            let next = index + 1 < marks.count ? marks[index + 1].1 : plot.column + plot.columns
            let name = mark.names.first { column + 1 + $0.columns <= next }
            canvas.write(name ?? "", column: column + 1, row: plot.row - 1, style: mark.style)
        }
    }

    /// A limit on the axis.
    private struct Mark {
        /// What to call it, the longest first.
        var names: [String]
        var limit: TimeSpan
        var style: Style
    }

    /// The limits of both parts, smallest first.
    private var marks: [Mark] {
        ChallengeLimits.all.flatMap { limits in
            [
                mark("p50", of: limits, at: limits.median, measured: stable?.quantile(0.5)),
                mark("max", of: limits, at: limits.maximum, measured: stable?.maximum),
            ]
        }
    }

    private func mark(
        _ name: String, of limits: ChallengeLimits, at limit: TimeSpan, measured: TimeSpan?
    ) -> Mark {
        let style: Style = measured.map { $0 < limit ? .pass : .fail } ?? .label
        return Mark(names: ["\(name) \(limits.name)", name], limit: limit, style: style)
    }
}
