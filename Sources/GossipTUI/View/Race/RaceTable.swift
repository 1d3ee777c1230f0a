import Engine

/// The figures of two clusters, line by line, with the better one of each marked, and who wins in
/// words.
///
/// ```
///                        grid      heap    ratio
///  median latency         600       300 ✓   2.00
///  msgs/op              27.81 ✓   45.10     0.62
///  heap is faster, grid is cheaper in messages
/// ```
struct RaceTable {
    let names: [String]
    let snapshots: [ClusterSnapshot]
    var glyphs = GlyphSet.braille
    /// Whether colours tell the better figure from the other.
    var hasColor = true

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
        let longest = names.map(\.columns).max() ?? 0
        let column = max(8, min(max(12, longest) + 2, (area.columns - nameColumns - 6) / 2))
        let heads = shortNames(within: column - 2)
        var lines = [heading(heads, nameColumns: nameColumns, column: column)]
        lines += figures.map { line(for: $0, nameColumns: nameColumns, column: column) }
        let room = area.rows - lines.count
        let words = verdict(heads).wrapped(to: area.columns)
        let brief = verdict(heads, isBrief: true).wrapped(to: area.columns)
        lines += (words.count <= room ? words : brief).map { StyledText($0, .figure) }
        for (offset, line) in lines.prefix(max(0, area.rows)).enumerated() {
            canvas.write(
                line, column: area.column, row: area.row + offset, width: area.columns)
        }
    }

    private func heading(_ heads: [String], nameColumns: Int, column: Int) -> StyledText {
        let heads = heads.map { $0.flushRight(to: column - 2) + "  " }
        return .label(String(repeating: " ", count: nameColumns))
            + StyledText(heads.joined(), .title) + .label(" ratio")
    }

    /// What tells the clusters apart in so many columns.
    func shortNames(within columns: Int) -> [String] {
        let firstWords = names.map { String($0.prefix { $0 != " " }) }
        let areWords = firstWords.allSatisfy { $0.first?.isLetter ?? false }
        let choices =
            [names] + (areWords ? [firstWords] : []) + [names.map { $0.shortened(to: columns) }]
        return choices.first { choice in
            choice[0] != choice[1] && choice.allSatisfy { $0.columns <= columns }
        } ?? ["left", "right"]
    }

    private func line(for row: Row, nameColumns: Int, column: Int) -> StyledText {
        var line = StyledText.label(row.name.padded(to: nameColumns))
        for (side, value) in row.values.enumerated() {
            let isBetter = row.winner == side
            // Without colours the better one is bold, and the other one is not.
            let styles: (better: Style, worse: Style) =
                hasColor ? (.pass, .fail) : (.figure, .label)
            let style =
                isBetter ? styles.better : row.winner == nil ? .figure : styles.worse
            let text = value.map(row.text) ?? "—"
            let mark = glyphs == .ascii ? "*" : "✓"
            line += .label(String(repeating: " ", count: max(0, column - 2 - text.columns)))
            line +=
                StyledText(text, style) + StyledText(isBetter ? " \(mark)" : "  ", styles.better)
        }
        if let a = row.values[0], let b = row.values[1], b > 0 {
            line += .label(Self.text(ofRatio: a / b).flushRight(to: 6))
        }
        return line
    }

    private static func text(ofRatio ratio: Double) -> String {
        if ratio < 10 { return ratio.withTwoDecimals }
        return ratio < 1_000 ? ratio.withOneDecimal : Int(ratio.rounded()).grouped.shortened(to: 6)
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
            latency("median latency, ms") { $0.figures.propagation.quantile(0.5) },
            latency("max latency, ms", \.figures.propagation.maximum),
            latency("stable median, ms") { $0.stableLatencies?.quantile(0.5) },
            latency("stable max, ms", \.stableLatencies?.maximum),
        ]
    }

    private var cost: [Row] {
        [
            row("messages per op", \.traffic.messagesPerOperation, \.withTwoDecimals),
            row("messages per broadcast", \.traffic.messagesPerBroadcast, \.withTwoDecimals),
            row(
                "messages, last second", { $0.sentInLastSecond.map(Double.init) },
                { Int($0).grouped }),
            row(
                "useless copies, %", { $0.traffic.usefulShare.map { 100 * (1 - $0) } },
                { Int($0.rounded()).grouped }),
        ]
    }

    private func latency(_ name: String, _ latency: (ClusterSnapshot) -> TimeSpan?) -> Row {
        Row(name: name, values: snapshots.map { latency($0)?.inMilliseconds }) {
            Int($0.rounded()).grouped
        }
    }

    private func row(
        _ name: String, _ figure: (RunFigures) -> Double?, _ text: @escaping (Double) -> String
    ) -> Row {
        Row(name: name, values: snapshots.map { figure($0.figures) }, text: text)
    }

    /// Who is faster and who is cheaper, by the figures that the challenge is about.
    func verdict(_ names: [String], isBrief: Bool = false) -> String {
        // A name of several words would run into the sentence.
        let names = names.map { $0.contains(" ") ? "'\($0)'" : $0 }
        let isOver = snapshots.allSatisfy { $0.phase == .finished }
        let wins = isOver ? "wins" : "is ahead"
        let fate = isOver ? "are missing" : "wait"
        switch (isMissing[0], isMissing[1]) {
        case (true, true): return "nobody \(wins): values \(fate) in both"
        case (true, false): return "\(names[1]) \(wins): values of \(names[0]) \(fate)"
        case (false, true): return "\(names[0]) \(wins): values of \(names[1]) \(fate)"
        case (false, false): break
        }
        let faster = Self.winner(of: [speed[0], speed[1]])
        let cheaper = cost[0].winner
        switch (faster, cheaper) {
        case (let faster?, let cheaper?) where faster == cheaper:
            return "\(names[faster]) wins: faster"
                + (isBrief ? " and cheaper" : ", and cheaper in messages")
        case (let faster?, let cheaper?):
            return "\(names[faster]) is faster, \(names[cheaper]) "
                + (isBrief ? "cheaper" : "is cheaper in messages")
        case (let faster?, nil): return "\(names[faster]) is faster, for as many messages"
        case (nil, let cheaper?) where speed[0].values.contains(nil):
            return "\(names[cheaper]) is cheaper so far"
        case (nil, let cheaper?):
            return "\(names[cheaper]) is cheaper"
                + (isBrief ? ", neither is faster" : "; neither is faster throughout")
        case (nil, nil): return "nobody is ahead"
        }
    }

    /// The cluster that is ahead in some of `rows` and behind in none; nil without one.
    private static func winner(of rows: [Row]) -> Int? {
        let winners = Set(rows.compactMap(\.winner))
        return winners.count == 1 ? winners.first : nil
    }
}
