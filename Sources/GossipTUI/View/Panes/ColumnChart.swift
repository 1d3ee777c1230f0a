/// Upright bars, in eighths of a cell.
struct ColumnChart {
    /// One entry per bar, left to right.
    let heights: [Int]
    /// The height that fills the area.
    let peak: Int
    var barColumns = 1
    /// How many columns at the right of each bar stay free; less than `barColumns`.
    var gap = 0

    private static let eighths: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// Draws the bars from the left end of `area`; what is not zero shows. With a `glyph` bars
    /// are made of that, in whole cells.
    func draw(on canvas: inout Canvas, in area: Rect, style: Style, glyph: Unicode.Scalar? = nil) {
        guard area.rows > 0 else { return }
        for (bar, height) in heights.enumerated() where height > 0 {
            let level = max(1, min(height, peak) * area.rows * 8 / max(1, peak))
            for row in 0..<area.rows where level > row * 8 {
                let cell = Cell(
                    glyph: glyph ?? Self.eighths[min(8, level - row * 8)], style: style)
                for column in bar * barColumns..<(bar + 1) * barColumns - gap
                where column < area.columns {
                    canvas[area.column + column, area.row + area.rows - 1 - row] = cell
                }
            }
        }
    }
}
