import Engine

/// All keys by group, and what the glyphs mean, over the middle of the screen.
struct HelpOverlay {
    let glyphs: GlyphSet
    var keys = KeyTable.standard
    /// What entries must have in them; nil for all entries.
    var search: String?

    /// A heading, and what stands below it.
    struct Section: Hashable {
        var heading: String
        var entries: [Entry]
    }

    struct Entry: Hashable {
        var label: StyledText
        var summary: String
        /// What is searched besides.
        var otherWords = ""
    }

    /// Draws the help without its first `skipped` lines, or as many as do not fit.
    func draw(on canvas: inout Canvas, skipping skipped: Int = 0) {
        guard let page = Page(of: self, in: canvas.bounds) else { return }
        let columns = page.texts.count * (page.columnWidth + 2) + 2
        let rows = page.shownRows + 2
        let box = Rect(
            column: (canvas.columns - columns) / 2, row: (canvas.rows - rows) / 2,
            columns: columns, rows: rows)
        PaneFrame(title: title(isLong: page.surplus > 0), area: box, isFirst: true)
            .draw(on: &canvas)
        let first = min(max(0, skipped), page.surplus)
        for (index, text) in page.texts.enumerated() {
            let column = box.column + 2 + index * (page.columnWidth + 2)
            for (offset, line) in text.dropFirst(first).prefix(page.shownRows).enumerated() {
                canvas.write(
                    line, column: column, row: box.row + 1 + offset, width: page.columnWidth)
            }
        }
    }

    private func title(isLong: Bool) -> String {
        let scrolling = isLong ? ", ↑ ↓ scroll" : ""
        guard let search else {
            return "help ── \(keys.label(for: .close)) closes, / searches\(scrolling)"
        }
        return "help ── /\(search) (Esc shows all)\(scrolling)"
    }

    /// How many lines of the help have no room on a screen of this size.
    func surplus(columns: Int, rows: Int) -> Int {
        let screen = Rect(column: 0, row: 0, columns: columns, rows: rows)
        return Page(of: self, in: screen)?.surplus ?? 0
    }

    /// The help as it stands on a screen, in one column or two.
    private struct Page {
        let texts: [[StyledText]]
        let columnWidth: Int
        let shownRows: Int
        /// How many lines do not fit.
        let surplus: Int

        /// Nil for a screen without any room.
        init?(of help: HelpOverlay, in screen: Rect) {
            let room = screen.inner
            let columnCount = room.columns >= 116 ? 3 : room.columns >= 70 ? 2 : 1
            let width = min(52, (room.columns - 2 - 2 * (columnCount - 1)) / columnCount)
            guard width >= 12, room.rows >= 1 else { return nil }
            let blocks = help.sections.map { help.lines(of: $0, width: width) }
            let pages = HelpOverlay.balanced(blocks, over: columnCount)
            texts = pages.map { Array($0.joined(separator: [.empty])) }
            columnWidth = width
            let needed = texts.map(\.count).max() ?? 0
            shownRows = min(room.rows, needed)
            surplus = needed - shownRows
        }
    }

    /// The groups of the key table in their order, then the legend; what has the words that are
    /// searched for, commands included.
    var sections: [Section] {
        let bindings = keys.watching + keys.partitionMenu
        let groups = KeyBinding.Group.allCases.map { group in
            Section(
                heading: group == .partition
                    ? "\(group.rawValue), after \(keys.label(for: .openPartitionMenu))"
                    : group.rawValue,
                entries: bindings.filter { $0.group == group && !$0.keys.isEmpty }.map {
                    Entry(
                        label: StyledText($0.label, .key), summary: $0.summary,
                        otherWords: Self.otherWords(for: $0))
                })
        }
        let all = groups + [legend] + (search == nil ? [] : [commands])
        let found = all.map { section in
            Section(heading: section.heading, entries: section.entries.filter(isFound))
        }.filter { !$0.entries.isEmpty }
        return found.isEmpty ? [Section(heading: "Nothing has that in it.", entries: [])] : found
    }

    /// What else the action is called: in the footer, in a file of configuration, as a command.
    private static func otherWords(for binding: KeyBinding) -> String {
        let command: String? = if case .seek = binding.action { "seek" } else { nil }
        return [binding.footer, binding.name, command].compactMap(\.self).joined(separator: " ")
    }

    /// The words of the command line, and what may follow them.
    private var commands: Section {
        Section(
            heading: "Commands, after \(keys.label(for: .openCommandLine))",
            entries: CommandVocabulary.words.map { word in
                Entry(
                    label: StyledText(word.name, .key),
                    summary: word.choices.isEmpty
                        ? word.example ?? "" : word.choices.joined(separator: ", "))
            })
    }

    private func isFound(_ entry: Entry) -> Bool {
        guard let search, !search.isEmpty else { return true }
        let text = entry.label.spans.map(\.text) + [entry.summary, entry.otherWords]
        return text.joined(separator: " ").lowercased().contains(search.lowercased())
    }

    /// The signs of the cluster's picture, one a line, each with what it means.
    var legendLines: [StyledText] { Array(lines(of: legend, width: 46).dropFirst()) }

    /// The signs of the cluster's picture, which other panes use too.
    private var legend: Section {
        let signs = ClusterGlyphs(glyphs)
        let fillStyles: [Style] = [
            .missing, .partlyInformed, .partlyInformed, .partlyInformed, .informed,
        ]
        let fills = zip(signs.node, fillStyles).map { Self.sign($0, $1) }
        let entries: [(StyledText, String)] = [
            (fills.reduce(.empty, +), "none to all of the newest"),
            (
                ["⁰", "¹", "²"].map { Self.sign($0, .informed) }.reduce(.empty, +),
                "hops that the followed value took there"
            ),
            (
                Self.sign(signs.down, .crashed) + .label(" ") + Self.sign(signs.paused, .paused),
                "a node that is down, or paused"
            ),
            (Self.sign(signs.useful, .useful), "a message with a new value"),
            (Self.sign(signs.batch, .useful), "several values, some new"),
            (Self.sign(signs.redundant, .redundant), "a message with nothing new"),
            (Self.sign(signs.repair, .repair), "repair, with a random node"),
            (Self.sign(signs.cut, .cut), "cut: nothing passes"),
            (
                [signs.loss, signs.duplication, signs.clog].map { Self.sign($0, .warning) }
                    .reduce(.empty, +), "a link that loses, doubles, delays"
            ),
            (Self.sign(signs.duplication, .useful), "a message that was doubled"),
            (Self.sign(signs.lost, .warning), "a message that was just lost"),
        ]
        return Section(
            heading: "Signs", entries: entries.map { Entry(label: $0.0, summary: $0.1) })
    }

    private static func sign(_ glyph: Unicode.Scalar, _ style: Style) -> StyledText {
        StyledText(String(glyph), style)
    }

    private func lines(of section: Section, width: Int) -> [StyledText] {
        let labelColumns = section.entries.map(\.label.columns).max() ?? 0
        let blank = StyledText(String(repeating: " ", count: labelColumns + 2), .plain)
        var lines = [StyledText(section.heading, .title)]
        for entry in section.entries {
            let gap = String(repeating: " ", count: labelColumns + 2 - entry.label.columns)
            for (index, text) in entry.summary.wrapped(to: width - labelColumns - 2).enumerated() {
                let lead = index == 0 ? entry.label + StyledText(gap, .plain) : blank
                lines.append(lead + StyledText(text, .plain))
            }
        }
        return lines
    }

    /// The blocks in so many columns, in order, so that the highest column is as low as can be.
    private static func balanced(
        _ blocks: [[StyledText]], over columnCount: Int
    ) -> [[[StyledText]]] {
        let height = { (part: [[StyledText]]) in part.reduce(-1) { $0 + $1.count + 1 } }
        guard columnCount > 1, blocks.count > 1 else { return [blocks] }
        let choices = (1..<blocks.count).map { split in
            [Array(blocks[..<split])]
                + balanced(Array(blocks[split...]), over: columnCount - 1)
        }
        let highest = { (columns: [[[StyledText]]]) in columns.map(height).max() ?? 0 }
        return choices.min { highest($0) < highest($1) } ?? [blocks]
    }
}
