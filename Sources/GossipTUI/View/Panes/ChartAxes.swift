/// The two lines around a chart's plot, with their ticks and labels.
///
/// ```
///  80┤
///    │
///   0┼──────┬──────┬──────┬────
///    0     200    400    600 ms
/// ```
struct ChartAxes {
    /// What is inside of them; left of it and below there is room for the lines and the labels.
    let plot: Rect

    /// Draws the axes: labels by row and by column of the plot, the first one being 0; those that
    /// would touch the one before are left out.
    func draw(
        vertical: [(row: Int, label: String)], horizontal: [(column: Int, label: String)],
        unit: String, on canvas: inout Canvas
    ) {
        let line = plot.column - 1
        let bottom = plot.row + plot.rows
        for row in plot.row..<bottom { canvas[line, row] = Cell(glyph: "│", style: .frame) }
        for column in plot.column..<plot.column + plot.columns {
            canvas[column, bottom] = Cell(glyph: "─", style: .frame)
        }
        canvas[line, bottom] = Cell(glyph: "└", style: .frame)
        for (row, label) in vertical {
            canvas[line, plot.row + row] = Cell(glyph: row == plot.rows ? "┼" : "┤", style: .frame)
            canvas.write(
                label, column: line - label.columns, row: plot.row + row, style: .label)
        }
        let end = plot.column + plot.columns - unit.columns - 1
        canvas.write(unit, column: end + 1, row: bottom + 1, style: .label)
        var free = line
        for (column, label) in horizontal {
            canvas[plot.column + column, bottom] = Cell(glyph: "┬", style: .frame)
            let start = plot.column + column - (label.columns - 1) / 2
            guard start >= free, start + label.columns <= end else { continue }
            canvas.write(label, column: start, row: bottom + 1, style: .label)
            free = start + label.columns + 1
        }
    }
}
