import Engine

/// The figures of two clusters, line by line, with the better one of each marked, and who wins in words.
///
/// ```
///                        grid      heap     B/A
///  median latency         600       300 ✓  0.50
///  msgs/op              27.81 ✓   45.10    1.62
///  heap is faster, grid is cheaper
/// ```
struct RaceTable {
    let names: [String]
    let snapshots: [ClusterSnapshot]
    let glyphs: GlyphSet

    /// A figure of both clusters; nil where it is not measured.
    private struct Row {
        let name: String
        let values: [Double?]
        let text: (Double) -> String

        /// Which cluster has less; nil where that is not known, or neither.
        var winner: Int? {
            guard let a = values[0], let b = values[1], text(a) != text(b) else { return nil }
            return a < b ? 0 : 1
        }
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let figures = [speed, cost].flatMap(\.self)
        let nameColumns = figures.map(\.name.columns).max() ?? 0
        let column = max(8, min(14, (area.columns - nameColumns - 5) / 2))
        var lines = [heading(nameColumns: nameColumns, column: column)]
        lines += figures.map { line(for: $0, nameColumns: nameColumns, column: column) }
        lines += verdict.wrapped(to: area.columns).map { StyledText($0, .figure) }
        for (offset, line) in lines.prefix(max(0, area.rows)).enumerated() {
            canvas.write(
                line, column: area.column, row: area.row + offset, width: area.columns)
        }
    }

    private func heading(nameColumns: Int, column: Int) -> StyledText {
        let heads = names.map { $0.shortened(to: column - 2).flushRight(to: column - 2) + "  " }
        return .label(String(repeating: " ", count: nameColumns))
            + StyledText(heads.joined(), .title) + .label("  B/A")
    }

    private func line(for row: Row, nameColumns: Int, column: Int) -> StyledText {
        var line = StyledText.label(row.name.padded(to: nameColumns))
        for (side, value) in row.values.enumerated() {
            let isBetter = row.winner == side
            let style: Style = isBetter ? .pass : row.winner == nil ? .figure : .fail
            let text = value.map(row.text) ?? "—"
            line += .label(String(repeating: " ", count: max(0, column - 2 - text.columns)))
            line += StyledText(text, style) + StyledText(isBetter ? " ✓" : "  ", .pass)
        }
        if let a = row.values[0], let b = row.values[1], a > 0 {
            line += .label((b / a).withTwoDecimals.flushRight(to: 5))
        }
        return line
    }

    // MARK: Figures

    private var speed: [Row] {
        [
            latency("median latency, ms") { $0.propagation.quantile(0.5) },
            latency("max latency, ms", \.propagation.maximum),
            latency("stable median, ms") { $0.stable.quantile(0.5) },
            latency("stable max, ms", \.stable.maximum),
            row("values that wait", { Double($0.incompleteCount) }, { Int($0).grouped }),
        ]
    }

    private var cost: [Row] {
        [
            row("messages per op", \.traffic.messagesPerOperation, \.withTwoDecimals),
            row("messages per broadcast", \.traffic.messagesPerBroadcast, \.withTwoDecimals),
        ]
    }

    private func latency(_ name: String, _ figure: (RunFigures) -> TimeSpan?) -> Row {
        row(
            name, { figure($0).map { Double($0.microseconds) / 1_000 } },
            { Int($0.rounded()).grouped })
    }

    private func row(
        _ name: String, _ figure: (RunFigures) -> Double?, _ text: @escaping (Double) -> String
    ) -> Row {
        Row(name: name, values: snapshots.map { figure($0.figures) }, text: text)
    }

    /// Who is faster and who is cheaper, by the figures that the challenge is about.
    private var verdict: String {
        let faster = Self.winner(of: [speed[0], speed[1]])
        let cheaper = cost[0].winner
        switch (faster, cheaper) {
        case (let faster?, let cheaper?) where faster == cheaper:
            return "\(names[faster]) wins: faster, and cheaper in messages"
        case (let faster?, let cheaper?):
            return "\(names[faster]) is faster, \(names[cheaper]) is cheaper in messages"
        case (let faster?, nil): return "\(names[faster]) is faster, for as many messages"
        case (nil, let cheaper?) where speed[0].values.contains(nil):
            return "\(names[cheaper]) is cheaper so far"
        case (nil, let cheaper?):
            return "\(names[cheaper]) is cheaper; neither is faster throughout"
        case (nil, nil): return "nobody is ahead"
        }
    }

    /// The cluster that is ahead in some of `rows` and behind in none; nil without one.
    private static func winner(of rows: [Row]) -> Int? {
        let winners = Set(rows.compactMap(\.winner))
        return winners.count == 1 ? winners.first : nil
    }
}
