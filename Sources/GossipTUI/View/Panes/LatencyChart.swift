import Engine

/// A histogram of latencies over a labelled axis, with the challenge's limits as marks.
///
/// ```
///  values       ┊stable p50 part 1 ┊stable max part 1
///  80┤      ▂▅█▇▅▂          ┊
///    │  ▁▄████████▃▁        ┊
///   0┼──────┬──────┬──────┬─────
///    0     200    400    600 ms
/// ```
struct LatencyChart {
    let latencies: LatencyHistogram
    /// What the challenge's limits are about; nil where they are not shown.
    let stable: LatencyHistogram?
    var scale = LatencyScale.linear
    /// What theory says of the latencies; nil where it says nothing.
    var prediction: Prediction?
    /// The latencies of a future that was done away with; nil without one.
    var ghost: LatencyHistogram?

    /// The fewest rows and columns that make a chart.
    static let smallest = (columns: 20, rows: 5)

    func draw(on canvas: inout Canvas, in area: Rect) {
        let rough = axis(columns: max(1, area.columns - 3))
        let countColumns = max(2, (rough.bars(of: latencies).max() ?? 0).grouped.columns)
        let plot = Rect(
            column: area.column + countColumns + 1, row: area.row + 1,
            columns: max(1, area.columns - countColumns - 1), rows: max(0, area.rows - 3))
        let axis = axis(columns: plot.columns)
        let bars = axis.bars(of: latencies)
        let expected = expectedBars(on: axis)
        let ghostBars = ghostBars(on: axis)
        let peak = max(bars.max() ?? 0, Int((ghostBars.max() ?? 0).rounded(.up)))

        let ticks = axis.ticks.compactMap { tick in
            axis.column(at: tick).map { ($0, tick.grouped) }
        }
        ChartAxes(plot: plot).draw(
            vertical: [(0, peak.grouped), (plot.rows, "0")], horizontal: ticks, unit: axis.unit,
            on: &canvas)
        ColumnChart(heights: bars, peak: peak, barColumns: axis.barColumns)
            .draw(on: &canvas, in: plot, style: .bar)
        let outlines = [(ghostBars, Cell.ghost), (expected, Cell.prediction)]
        for (heights, cell) in outlines {
            drawOutline(heights, of: cell, peak: peak, of: axis, on: &canvas, in: plot)
        }
        canvas.write(unit, column: area.column, row: area.row, style: .label)
        if let stable {
            drawMarks(
                marks(of: stable), along: axis, on: &canvas, over: plot,
                from: area.column + unit.columns + 1)
        }
    }

    private let unit = "values"

    private func axis(columns: Int) -> any LatencyAxis {
        let maximum =
            [latencies.maximum, prediction?.latencies.last?.latency, ghost?.maximum]
            .compactMap(\.self).max() ?? .zero
        switch scale {
        case .linear: return LinearLatencyAxis(upTo: maximum, columns: columns)
        case .logarithmic:
            let minimum =
                [latencies.minimum, prediction?.latencies.first?.latency, ghost?.minimum]
                .compactMap(\.self).min() ?? .zero
            return LogarithmicLatencyAxis(from: minimum, upTo: maximum, columns: columns)
        }
    }

    /// How many of as many latencies theory expects in each bar; empty without a theory.
    private func expectedBars(on axis: some LatencyAxis) -> [Double] {
        guard let prediction else { return [] }
        var bars = [Double](repeating: 0, count: axis.barCount)
        for entry in prediction.latencies {
            guard let bar = axis.bar(of: entry.latency) else { continue }
            bars[bar] += entry.share * Double(latencies.count)
        }
        return bars
    }

    /// How high the bars of as many latencies of the ghost would be; empty without one.
    private func ghostBars(on axis: some LatencyAxis) -> [Double] {
        guard let ghost, ghost.count > 0 else { return [] }
        let scale = Double(latencies.count) / Double(ghost.count)
        return axis.bars(of: ghost).map { scale * Double($0) }
    }

    /// Marks where other bars would end; theory stays behind what was measured.
    private func drawOutline(
        _ bars: [Double], of cell: Cell, peak: Int, of axis: some LatencyAxis,
        on canvas: inout Canvas, in plot: Rect
    ) {
        guard plot.rows > 0, peak > 0 else { return }
        for (bar, height) in bars.enumerated() where height > 0 {
            let share = min(1, height / Double(peak))
            let up = min(plot.rows - 1, Int(share * Double(plot.rows)))
            let row = plot.row + plot.rows - 1 - up
            for column in bar * axis.barColumns..<(bar + 1) * axis.barColumns
            where column < plot.columns
                && (cell == .ghost || canvas[plot.column + column, row] == .blank)
            {
                canvas[plot.column + column, row] = cell
            }
        }
    }

    /// Lines where the limits are, styled by whether they are kept, named where there is room.
    private func drawMarks(
        _ marks: [Mark], along axis: some LatencyAxis, on canvas: inout Canvas, over plot: Rect,
        from left: Int
    ) {
        let marks = marks.compactMap { mark in
            axis.column(at: Int(mark.limit.microseconds / 1_000)).map { (mark, plot.column + $0) }
        }
        let ends = marks.dropFirst().map(\.1) + [plot.column + plot.columns]
        // All are called alike.
        let length = (0..<3).first { length in
            zip(marks, ends).allSatisfy { $0.1 + 1 + $0.0.names[length].columns <= $1 }
        }
        drawSubject(of: marks.first, on: &canvas, row: plot.row - 1, from: left, length ?? 2)
        for ((mark, column), end) in zip(marks, ends) {
            for row in plot.row..<plot.row + plot.rows where canvas[column, row] == .blank {
                canvas[column, row] = Cell(glyph: "┊", style: mark.style)
            }
            guard column >= left else { continue }
            canvas[column, plot.row - 1] = Cell(glyph: "┊", style: mark.style)
            let name = mark.names[length ?? 2]
            guard column + 1 + name.columns <= end else { continue }
            canvas.write(name, column: column + 1, row: plot.row - 1, style: mark.style)
        }
    }

    /// Says before the first limit what it is of, where its name does not.
    private func drawSubject(
        of first: (Mark, Int)?, on canvas: inout Canvas, row: Int, from left: Int, _ length: Int
    ) {
        let subject = "stable"
        guard let (mark, column) = first, !mark.names[length].hasPrefix(subject),
            column - subject.columns - 1 >= left
        else { return }
        canvas.write(
            subject, column: column - subject.columns - 1, row: row, style: .label)
    }

    /// A limit on the axis.
    private struct Mark {
        /// What to call it, the longest first.
        var names: [String]
        var limit: TimeSpan
        var style: Style
    }

    /// The limits of both parts, smallest first.
    private func marks(of stable: LatencyHistogram) -> [Mark] {
        ChallengeLimits.all.flatMap { limits in
            [
                mark("p50", of: limits, at: limits.median, measured: stable.quantile(0.5)),
                mark("max", of: limits, at: limits.maximum, measured: stable.maximum),
            ]
        }
    }

    private func mark(
        _ name: String, of limits: ChallengeLimits, at limit: TimeSpan, measured: TimeSpan?
    ) -> Mark {
        let style: Style = measured.map { $0 < limit ? .pass : .fail } ?? .label
        let full = "\(name) \(limits.name)"
        let number = limits.name.split(separator: " ").last ?? ""
        return Mark(
            names: ["stable \(full)", full, "\(name) (\(number))"], limit: limit, style: style)
    }
}
