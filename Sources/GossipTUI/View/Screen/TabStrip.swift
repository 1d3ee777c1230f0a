/// The names of the tabs in the lower edge of the pane of details, each after its key, unless that
/// does something else now.
///
/// ```
/// ╰─ 1flight 2node 3value 4load 5trade 6log ─────╯
/// ```
struct TabStrip {
    /// The border of the pane.
    let frame: Rect
    let state: DashboardState

    /// A tab and where it stands.
    struct Tab: Hashable {
        let detail: Detail
        let key: String
        let column: Int

        var columns: Int { key.columns + detail.tabName.columns }
    }

    /// The tabs, left to right; none where not all of them fit.
    var tabs: [Tab] {
        var column = frame.column + 3
        var tabs: [Tab] = []
        for detail in Detail.allCases {
            let key = state.keys.watching.first { $0.action == .show(detail) }?.keys.first
            let isFree = key.map { state.lesson?.choice(for: $0) == nil } ?? false
            let tab = Tab(
                detail: detail, key: isFree ? state.keys.label(for: .show(detail)) : "",
                column: column)
            tabs.append(tab)
            column += tab.columns + 1
        }
        return column <= frame.column + frame.columns - 1 ? tabs : []
    }

    private var row: Int { frame.row + frame.rows - 1 }

    /// The tab at a place; nil for none.
    func detail(at point: Point) -> Detail? {
        guard point.row == row else { return nil }
        return tabs.first { ($0.column..<$0.column + $0.columns).contains(point.column) }?.detail
    }

    func draw(on canvas: inout Canvas) {
        let tabs = tabs
        guard let first = tabs.first, let last = tabs.last else { return }
        let shown = state.detail
        canvas[first.column - 1, row] = .blank
        for tab in tabs {
            canvas.write(tab.key, column: tab.column, row: row, style: .key)
            canvas.write(
                tab.detail.tabName, column: tab.column + tab.key.columns, row: row,
                style: tab.detail == shown ? .selected : .label)
            canvas[tab.column + tab.columns, row] = .blank
        }
        canvas[last.column + last.columns, row] = .blank
    }
}
