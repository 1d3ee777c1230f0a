/// Upright bars, in eighths of a cell.
struct ColumnChart {
    /// One entry per bar, left to right.
    let heights: [Int]
    /// The height that fills the area.
    let peak: Int
    var barColumns = 1

    private static let eighths: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// Draws the bars from the left end of `area`; what is not zero shows.
    func draw(on canvas: inout Canvas, in area: Rect, style: Style) {
        guard area.rows > 0 else { return }
        for (bar, height) in heights.enumerated() where height > 0 {
            let level = max(1, min(height, peak) * area.rows * 8 / max(1, peak))
            for row in 0..<area.rows where level > row * 8 {
                let cell = Cell(glyph: Self.eighths[min(8, level - row * 8)], style: style)
                for column in bar * barColumns..<(bar + 1) * barColumns where column < area.columns
                {
                    canvas[area.column + column, area.row + area.rows - 1 - row] = cell
                }
            }
        }
    }
}
