/// The border around a pane, with its title in the upper edge.
///
/// ```
/// ╭ cluster ── 25 nodes ─────╮      isFirst
/// │                          │
/// ├ values ── the newest 60 ─┤      not isFirst: the upper edge is the lower one of the pane above
/// │                          │
/// ╰──────────────────────────╯
/// ```
struct PaneFrame {
    /// The name and, after ` ── ` or ` -- `, a note.
    let title: String
    /// The whole of it, border included.
    let area: Rect
    /// Whether there is no pane above that shares the upper edge.
    let isFirst: Bool

    /// How long a title may be that is shown in full.
    static func titleColumns(in area: Rect) -> Int { max(0, area.columns - 5) }

    /// What a pane with this border draws in, but for the cluster's: a blank on either side is
    /// left.
    static func inside(of frame: Rect) -> Rect {
        var inside = frame.inner
        inside.column += 1
        inside.columns = max(0, inside.columns - 2)
        return inside
    }

    /// Draws the border and clears what is inside.
    func draw(on canvas: inout Canvas) {
        let last = (column: area.column + area.columns - 1, row: area.row + area.rows - 1)
        canvas.fill(area, with: .blank)
        for column in area.column...max(area.column, last.column) {
            canvas[column, area.row] = Cell(glyph: "─", style: .frame)
            canvas[column, last.row] = Cell(glyph: "─", style: .frame)
        }
        for row in area.row...max(area.row, last.row) {
            canvas[area.column, row] = Cell(glyph: "│", style: .frame)
            canvas[last.column, row] = Cell(glyph: "│", style: .frame)
        }
        canvas[area.column, area.row] = Cell(glyph: isFirst ? "╭" : "├", style: .frame)
        canvas[last.column, area.row] = Cell(glyph: isFirst ? "╮" : "┤", style: .frame)
        canvas[area.column, last.row] = Cell(glyph: "╰", style: .frame)
        canvas[last.column, last.row] = Cell(glyph: "╯", style: .frame)
        canvas.write(
            heading, column: area.column + 1, row: area.row, width: max(0, area.columns - 3))
    }

    private var heading: StyledText {
        // The rule is two dashes of either kind between blanks.
        let bytes = title.utf8
        let rules = [" ── ", " -- "].map { Array($0.utf8) }
        for start in bytes.indices where bytes[start] == UInt8(ascii: " ") {
            guard let rule = rules.first(where: bytes[start...].starts) else { continue }
            let end = bytes.index(start, offsetBy: rule.count)
            return StyledText(" \(title[..<start]) ", .title) + StyledText("── ", .frame)
                + .label("\(title[end...]) ")
        }
        return StyledText(" \(title) ", .title)
    }
}
