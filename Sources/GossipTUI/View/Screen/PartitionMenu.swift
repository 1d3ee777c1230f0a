/// The box that offers ways to cut the network.
struct PartitionMenu {
    let bindings: [KeyBinding]
    /// All of it, border included.
    let area: Rect
    private let lines: [StyledText]
    /// Whether each binding has a line of its own.
    private let isFull: Bool

    /// The box at the lower edge of `area`, as large as it needs to be and `area` allows; where
    /// that is too little for a line each, several share one.
    init(bindings: [KeyBinding], in area: Rect) {
        self.bindings = bindings
        let labelColumns = bindings.map(\.label.columns).max() ?? 0
        let full = bindings.map {
            StyledText($0.label.padded(to: labelColumns), .key)
                + StyledText("  \($0.summary)", .plain)
        }
        let columns = min(area.columns, (full.map(\.columns).max() ?? 0) + 4)
        isFull = full.count + 2 <= area.rows
        lines = isFull ? full : Self.packed(bindings, within: columns - 4)
        let rows = min(area.rows, lines.count + 2)
        self.area = Rect(
            column: area.column + (area.columns - columns) / 2,
            row: area.row + area.rows - rows, columns: columns, rows: rows)
    }

    /// The keys with a word each, as many on a line as fit.
    private static func packed(_ bindings: [KeyBinding], within columns: Int) -> [StyledText] {
        var lines: [StyledText] = []
        for binding in bindings {
            let word = binding.summary.prefix { $0 != ":" && $0 != " " }
            let entry = StyledText(binding.label, .key) + .label(" \(word)")
            if let last = lines.last, last.columns + 1 + entry.columns <= columns {
                lines[lines.count - 1] += .label(" ") + entry
            } else {
                lines.append(entry)
            }
        }
        return lines
    }

    func draw(on canvas: inout Canvas) {
        guard area.columns >= 6, area.rows >= 3 else { return }
        PaneFrame(title: "partition", area: area, isFirst: true).draw(on: &canvas)
        for (offset, line) in lines.prefix(area.rows - 2).enumerated() {
            canvas.write(
                line, column: area.column + 2, row: area.row + 1 + offset,
                width: area.columns - 4)
        }
    }

    /// What the entry there does; nil for none.
    func action(at point: Point) -> DashboardAction? {
        guard isFull, area.inner.contains(point) else { return nil }
        return bindings.dropFirst(point.row - area.inner.row).first?.action
    }
}
