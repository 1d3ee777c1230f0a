/// The menu of all parameters, one a line, each with its value; the chosen one with those beside
/// it.
///
/// ```
/// ╭ menu ── ↑ ↓ choose  ← → change  Enter types ───────────╮
/// │ cluster    topology              grid                  │
/// │            node-count            16 ‹ 25 › 36 restarts │
/// │ network    latency               100                   │
/// ```
struct ParameterMenuBox {
    let state: DashboardState
    /// All of it, border included.
    let area: Rect

    private static let groupColumns = 11
    /// From so many columns inside the border on there is room for the names of groups.
    private static let fullColumns = 52

    /// The box in the middle of `area`, as large as it needs to be and `area` allows.
    init(state: DashboardState, in area: Rect) {
        self.state = state
        let columns = min(area.columns, 66)
        let rows = min(area.rows, Parameter.allCases.count + 2)
        self.area = Rect(
            column: area.column + (area.columns - columns) / 2,
            row: area.row + (area.rows - rows) / 2, columns: columns, rows: rows)
    }

    func draw(on canvas: inout Canvas) {
        guard area.columns >= 8, area.rows >= 3 else { return }
        PaneFrame(title: "menu ── ↑ ↓ choose  ← → change  Enter types", area: area, isFirst: true)
            .draw(on: &canvas)
        drawMore(on: &canvas)
        var last = ""
        for (offset, parameter) in shown.enumerated() {
            let group = parameter.group == last ? "" : parameter.group
            last = parameter.group
            canvas.write(
                line(for: parameter, of: group), column: area.column + 2,
                row: area.row + 1 + offset, width: area.columns - 4)
        }
    }

    /// The parameter whose line is there; nil for none.
    func parameter(at point: Point) -> Parameter? {
        guard area.inner.contains(point) else { return nil }
        return shown.dropFirst(point.row - area.inner.row).first
    }

    /// What there is room for: the chosen parameter, and those around it.
    private var shown: ArraySlice<Parameter> {
        let all = Parameter.allCases
        let rows = min(max(0, area.rows - 2), all.count)
        let chosen = all.firstIndex(of: state.parameter) ?? 0
        let first = min(max(0, chosen - rows / 2), all.count - rows)
        return all[first..<first + rows]
    }

    /// The columns for names and a blank; fewer where values would not be seen.
    private var nameColumns: Int { area.columns >= 30 ? 21 : max(6, area.columns - 14) }

    /// Whether there are lines beyond what is shown, at the right end of the border.
    private func drawMore(on canvas: inout Canvas) {
        let column = area.column + area.columns - 3
        if shown.first != Parameter.allCases.first {
            canvas[column, area.row] = Cell(glyph: "↑", style: .key)
        }
        if shown.last != Parameter.allCases.last {
            canvas[column, area.row + area.rows - 1] = Cell(glyph: "↓", style: .key)
        }
    }

    private func line(for parameter: Parameter, of group: String) -> StyledText {
        let isChosen = parameter == state.parameter
        let hasGroups = area.columns - 4 >= Self.fullColumns
        let lead = hasGroups ? StyledText.faint(group.padded(to: Self.groupColumns)) : .empty
        let idleness = state.idleness(of: parameter)
        let name = StyledText(
            parameter.rawValue.shortened(to: nameColumns - 1),
            isChosen ? .selected : idleness == nil ? .label : .faint)
        let gap = String(repeating: " ", count: max(1, nameColumns - name.columns))
        let start = lead + name + .label(gap)
        if let idleness { return start + .faint(idleness) }
        let value = state.value(of: parameter)
        guard isChosen else { return start + .figure(value) }
        let former = parameter.value(-1, after: value).map { "\($0) " } ?? ""
        let next = parameter.value(1, after: value).map { " \($0)" } ?? ""
        return start + .faint(former) + .label("‹ ") + .figure(value) + .label(" ›")
            + .faint(next)
            + (parameter.startsAnew ? .label(" ") + StyledText("restarts", .warning) : .empty)
    }
}
