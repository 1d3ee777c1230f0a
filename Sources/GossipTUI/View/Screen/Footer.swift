/// The last line: the keys, or the answer to the last one.
///
/// ```
///  space pause  t topology  p partition  b broadcast  ? help  q quit
/// ```
struct Footer {
    let bindings: [KeyBinding]
    /// Shown in place of the keys; nil for none.
    let notice: String?

    /// What stays when there is no room for all; these two even at the cost of every other.
    private static let indispensable: [DashboardAction] = [.quit, .toggleHelp]
    /// What comes next, the most important first; the rest follows in the order of the table.
    private static let important: [DashboardAction] = [
        .togglePause, .nextTopology, .openPartitionMenu, .broadcast, .cycleBatchInterval,
    ]

    func draw(on canvas: inout Canvas, row: Int) {
        let width = max(0, canvas.columns - 1)
        canvas.fill(
            Rect(column: 0, row: row, columns: canvas.columns, rows: 1), with: .blank)
        if let notice {
            canvas.write(StyledText(notice, .warning), column: 1, row: row, width: width)
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

    /// The keys that fit, in the order of the table.
    func fitting(within width: Int) -> [KeyBinding] {
        let shown = bindings.filter { $0.footer != nil }
        let ranking = Self.indispensable + Self.important
        let rank = { (binding: KeyBinding) in
            ranking.firstIndex(of: binding.action) ?? ranking.count
        }
        var room = width + 2
        var kept: Set<KeyBinding> = []
        for level in 0...ranking.count {
            for binding in shown where rank(binding) == level {
                let needed = binding.label.columns + 1 + (binding.footer ?? "").columns + 2
                guard needed <= room else { continue }
                room -= needed
                kept.insert(binding)
            }
        }
        return shown.filter(kept.contains)
    }
}
