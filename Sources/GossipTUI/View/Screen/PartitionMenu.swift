/// The box that offers ways to cut the network.
struct PartitionMenu {
    let bindings: [KeyBinding]

    /// Draws the menu at the lower edge of `area`, as large as it needs to be and `area` allows.
    func draw(on canvas: inout Canvas, in area: Rect) {
        let labelColumns = bindings.map(\.label.columns).max() ?? 0
        let lines = bindings.map {
            StyledText($0.label.padded(to: labelColumns), .key)
                + StyledText("  \($0.summary)", .plain)
        }
        let columns = min(area.columns, (lines.map(\.columns).max() ?? 0) + 4)
        let rows = min(area.rows, lines.count + 2)
        guard columns >= 6, rows >= 3 else { return }
        let box = Rect(
            column: area.column + (area.columns - columns) / 2,
            row: area.row + area.rows - rows, columns: columns, rows: rows)
        PaneFrame(title: "partition", area: box, isFirst: true).draw(on: &canvas)
        for (offset, line) in lines.prefix(rows - 2).enumerated() {
            canvas.write(
                line, column: box.column + 2, row: box.row + 1 + offset, width: columns - 4)
        }
    }
}
