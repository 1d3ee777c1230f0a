/// The menu of all parameters, one a line, each with its value; the chosen one with those beside it.
///
/// ```
/// ╭ menu ── ↑ ↓ choose  ← → change  Enter types ─╮
/// │ topology              grid                   │
/// │ node-count            16 ‹ 25 › 36  restarts │
/// │ latency               100                    │
/// ```
struct ParameterMenuBox {
    let state: DashboardState

    private static let nameColumns = 21

    /// The box in `area`, as large as it needs to be and `area` allows.
    private func box(in area: Rect) -> Rect {
        let columns = min(area.columns, 58)
        let rows = min(area.rows, Parameter.allCases.count + 2)
        return Rect(
            column: area.column + (area.columns - columns) / 2,
            row: area.row + (area.rows - rows) / 2, columns: columns, rows: rows)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let box = box(in: area)
        guard box.columns >= 8, box.rows >= 3 else { return }
        PaneFrame(title: "menu ── ↑ ↓ choose  ← → change  Enter types", area: box, isFirst: true)
            .draw(on: &canvas)
        let all = Parameter.allCases
        let shown = box.rows - 2
        let chosen = all.firstIndex(of: state.parameter) ?? 0
        let first = min(max(0, chosen - shown / 2), all.count - shown)
        drawMore(box, above: first > 0, below: first + shown < all.count, on: &canvas)
        for (offset, parameter) in all.dropFirst(first).prefix(shown).enumerated() {
            canvas.write(
                line(for: parameter), column: box.column + 2, row: box.row + 1 + offset,
                width: box.columns - 4)
        }
    }

    /// Whether there are lines beyond what is shown, at the right end of the border.
    private func drawMore(_ box: Rect, above: Bool, below: Bool, on canvas: inout Canvas) {
        let column = box.column + box.columns - 3
        if above { canvas[column, box.row] = Cell(glyph: "↑", style: .key) }
        if below { canvas[column, box.row + box.rows - 1] = Cell(glyph: "↓", style: .key) }
    }

    private func line(for parameter: Parameter) -> StyledText {
        let isChosen = parameter == state.parameter
        let name = StyledText(
            parameter.rawValue, isChosen ? .selected : .label)
        let gap = String(repeating: " ", count: Self.nameColumns - parameter.rawValue.columns)
        let start = name + .label(gap)
        if let idleness = state.idleness(of: parameter) { return start + .faint(idleness) }
        let value = state.value(of: parameter)
        guard isChosen else { return start + .figure(value) }
        let former = parameter.value(-1, after: value).map { "\($0) " } ?? ""
        let next = parameter.value(1, after: value).map { " \($0)" } ?? ""
        return start + .faint(former) + .label("‹ ") + .figure(value) + .label(" ›")
            + .faint(next)
            + (parameter.startsAnew ? StyledText("  restarts", .warning) : .empty)
    }
}
