import Engine

/// What happened lately, newest last.
///
/// ```
///  0:12.34  n3→n8    sends {1240}
///  0:12.34  n8       learns 1240 from n3
///  0:12.40  n7→n8    cut
///  0:13.00  n5       crashes
/// ```
struct LogPane: Pane {
    let entries: [Journal.Entry]
    let filter: LogFilter
    /// How many of the newest are scrolled away.
    let offset: Int
    let glyphs: GlyphSet
    var keys = KeyTable.standard

    var title: String {
        "log ── \(filter.words)" + (offset > 0 ? ", \(offset.grouped) back" : "")
    }

    func summary(within columns: Int) -> StyledText {
        guard let last = entries.last else { return .faint("nothing") }
        let line = LogLine(entry: last, glyphs: glyphs)
        return .joining([.faint(line.time), line.place, line.text], within: columns)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard !entries.isEmpty else {
            canvas.write(
                "Nothing of this kind has happened. "
                    + "\(keys.label(for: .nextLogFilter)) is the next filter, and "
                    + ":log messages n3 one of your own.", wrappedIn: area, style: .faint)
            return
        }
        let lines = entries.suffix(max(0, area.rows)).map { LogLine(entry: $0, glyphs: glyphs) }
        let timeColumns = lines.map(\.time.columns).max() ?? 0
        let placeColumns = lines.map(\.place.columns).max() ?? 0
        for (offset, line) in lines.enumerated() {
            let gap = String(repeating: " ", count: placeColumns - line.place.columns + 2)
            let text =
                StyledText.faint(line.time.padded(to: timeColumns + 2)) + line.place
                + .label(gap) + line.text
            canvas.write(
                text, column: area.column, row: area.row + offset, width: area.columns)
        }
    }
}
