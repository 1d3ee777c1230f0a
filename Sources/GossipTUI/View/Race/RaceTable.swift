import Engine

/// The figures of two clusters, line by line, with the better one of each marked, and who wins in words.
///
/// ```
///                        grid      heap     B/A
///  median latency         600       300 ✓  0.50
///  msgs/op              27.81 ✓   45.10    1.62
///  heap is faster, grid is cheaper in messages
/// ```
struct RaceTable {
    let names: [String]
    let snapshots: [ClusterSnapshot]

    /// Differences of less than this share are none: quantiles on the screen are no finer.
    private static let precision = 0.01

    /// A figure of both clusters; nil where it is not measured.
    private struct Row {
        let name: String
        let values: [Double?]
        let text: (Double) -> String
        var isJudged = true

        /// The figure without a winner.
        var unjudged: Row {
            var row = self
            row.isJudged = false
            return row
        }

        /// Which cluster has less; nil where that is not known, or neither.
        var winner: Int? {
            guard isJudged, let a = values[0], let b = values[1],
                abs(a - b) > RaceTable.precision * max(a, b)
            else { return nil }
            return a < b ? 0 : 1
        }
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let figures = rows
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

    /// All lines; where values are missing, what the others took is nobody's merit.
    private var rows: [Row] {
        let latencies = isMissing.contains(true) ? speed.map(\.unjudged) : speed
        return latencies + [missing] + cost
    }

    /// Whether a cluster has values that did not come everywhere when they should have.
    private var isMissing: [Bool] {
        snapshots.map {
            WaitingValues($0.figures) != nil
                || $0.phase == .finished && $0.figures.incompleteCount > 0
        }
    }

    private var missing: Row {
        row("values not everywhere", { Double($0.incompleteCount) }, { Int($0).grouped })
    }

    private var speed: [Row] {
        [
            latency("median latency, ms") { $0.propagation.quantile(0.5) },
            latency("max latency, ms", \.propagation.maximum),
            latency("stable median, ms") { $0.stable.quantile(0.5) },
            latency("stable max, ms", \.stable.maximum),
        ]
    }

    private var cost: [Row] {
        [
            row("messages per op", \.traffic.messagesPerOperation, \.withTwoDecimals),
            row("messages per broadcast", \.traffic.messagesPerBroadcast, \.withTwoDecimals),
            row(
                "messages per second", { $0.sentInLastSecond.map(Double.init) },
                { Int($0).grouped }),
            row(
                "useless copies, %", { $0.traffic.usefulShare.map { 100 * (1 - $0) } },
                { Int($0.rounded()).grouped }),
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
    var verdict: String {
        switch (isMissing[0], isMissing[1]) {
        case (true, true): return "nobody wins: values are missing in both"
        case (true, false): return "\(names[1]) wins: values of \(names[0]) are missing"
        case (false, true): return "\(names[0]) wins: values of \(names[1]) are missing"
        case (false, false): break
        }
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
