/// The last line: the keys, the answer to the last one, or what is being typed.
///
/// ```
///  space pause  t topology  p partition  b broadcast  ? help  q quit
/// ```
struct Footer {
    let bindings: [KeyBinding]
    /// Shown in place of the keys; nil for none.
    let notice: String?
    /// The line that is being typed; nil for none.
    var commandLine: CommandLine?

    /// What stays when there is no room for all; these two even at the cost of every other.
    private static let indispensable: [DashboardAction] = [.quit, .toggleHelp]
    /// What comes next, the most important first; the rest follows in the order of the table.
    private static let important: [DashboardAction] = [
        .togglePause, .nextTopology, .openPartitionMenu, .broadcast, .openMenu, .lesson,
        .cycleBatchInterval, .nextDetail,
    ]

    func draw(on canvas: inout Canvas, row: Int) {
        let width = max(0, canvas.columns - 1)
        canvas.fill(
            Rect(column: 0, row: row, columns: canvas.columns, rows: 1), with: .blank)
        if let commandLine {
            draw(commandLine, on: &canvas, row: row, width: width)
            return
        }
        if let notice {
            write(notice.wrapped(to: width), style: .warning, on: &canvas, endingAt: row)
            return
        }
        var column = 1
        for binding in fitting(within: width) {
            canvas.write(binding.label, column: column, row: row, style: .key)
            column += binding.label.columns + 1
            let word = binding.footer ?? ""
            canvas.write(word, column: column, row: row, style: .label)
            column += word.columns + 2
        }
    }

    /// The line with its cursor, as much of its end as fits, and what may come next, above it where
    /// there is too much for the line.
    private func draw(
        _ line: CommandLine, on canvas: inout Canvas, row: Int, width: Int
    ) {
        canvas.write(":", column: 1, row: row, style: .key, width: width)
        let room = max(0, width - 2)
        let skipped = max(0, line.cursor - room)
        canvas.write(
            String(line.text.dropFirst(skipped)), column: 2, row: row, width: room + 1)
        let cursor = 2 + line.cursor - skipped
        canvas[cursor, row].style = .selected
        let candidates = line.candidates
        let next = candidates.isEmpty ? line.example.map { [$0] } ?? [] : candidates
        let start = max(cursor, 1 + line.text.columns - skipped) + 3
        let space = max(0, width - start + 1)
        let parts = next.map(StyledText.faint)
        let all = StyledText.joining(parts)
        if all.columns <= space || row == 0 {
            let shown =
                all.columns <= space
                ? all : .joining(parts, within: space - 3) + .faint("  …")
            canvas.write(shown, column: start, row: row, width: space)
        } else {
            let lines = next.joined(separator: "  ").wrapped(to: width)
            write(lines, style: .label, on: &canvas, endingAt: row - 1)
        }
    }

    /// Writes lines one above the other, the last one in `row`, as many of the first ones as half
    /// the screen has room for.
    private func write(
        _ lines: [String], style: Style, on canvas: inout Canvas, endingAt row: Int
    ) {
        let shown = lines.prefix(max(1, min(row + 1, canvas.rows / 2)))
        let first = row - shown.count + 1
        canvas.fill(
            Rect(column: 0, row: first, columns: canvas.columns, rows: shown.count), with: .blank)
        for (offset, line) in shown.enumerated() {
            canvas.write(
                StyledText(line, style), column: 1, row: first + offset, width: canvas.columns - 1)
        }
    }

    /// The keys that fit, in the order of the table.
    func fitting(within width: Int) -> [KeyBinding] {
        let shown = bindings.filter { $0.footer != nil && !$0.keys.isEmpty }
        let ranking = Self.indispensable + Self.important
        let ranks = shown.map { ranking.firstIndex(of: $0.action) ?? ranking.count }
        var room = width + 2
        let ranked = shown.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        var kept: [Int] = []
        for place in ranked {
            let needed =
                shown[place].label.columns + 1 + (shown[place].footer ?? "").columns + 2
            guard needed <= room else { continue }
            room -= needed
            kept.append(place)
        }
        return kept.sorted().map { shown[$0] }
    }
}
