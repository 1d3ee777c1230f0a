import Engine

/// What the spreading costs in messages, against what the challenge allows, and in bytes.
///
/// ```
///  msgs/op 27.8  ▕████████████████████  ▏ ✓ < 30 of part 1
///                ▕██████████████████████▏ ✗ > 20 of part 2
///  per broadcast 56.0   useful 43 %   cut 12   lost 3
///  bytes 1,894/op, 68/msg   values 1.00/msg
///  2,781/s ▂▃▅▅▆▅▅▆▇▆▅▅▅▆▅
/// ```
struct TrafficPane: Pane {
    let snapshot: ClusterSnapshot

    private var figures: RunFigures { snapshot.figures }

    var title: String {
        "traffic ── messages between nodes"
            + (figures.since > .zero ? ", since \(figures.since.briefClock)" : "")
    }

    func summary(within columns: Int) -> StyledText {
        guard let perOperation = figures.traffic.messagesPerOperation else {
            return .faint("no client operation yet")
        }
        return .joining(
            [.figure(perOperation.withTwoDecimals) + .label(" msgs/op")]
                + ChallengeLimits.all.filter { standing($0) != .unmeasured }.map(briefVerdict)
                + costs + [rateText], within: columns)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard area.rows > 0 else { return }
        guard figures.traffic.serverSendCount > 0 || figures.traffic.operationCount > 0 else {
            canvas.write(
                "Nothing sent yet. Messages per client operation, and how many a second, will show"
                    + " here.", wrappedIn: area, style: .faint)
            return
        }
        let limits = ChallengeLimits.all
        for (offset, part) in limits.prefix(area.rows).enumerated() {
            drawGauge(of: part, isFirst: offset == 0, row: area.row + offset, in: area, on: &canvas)
        }
        // The payload may have a line where that leaves the rate two rows.
        let figureLines = area.rows >= limits.count + 4 ? [costs, payload] : [costs]
        var rest = area
        rest.row += limits.count
        rest.rows -= limits.count
        for line in figureLines where rest.rows > 0 {
            canvas.write(
                .joining(line, by: "   ", within: rest.columns), column: rest.column,
                row: rest.row, width: rest.columns)
            rest.row += 1
            rest.rows -= 1
        }
        drawRate(on: &canvas, in: rest)
    }

    /// One limit's line: how much of it is used up, and the verdict in words.
    private func drawGauge(
        of limits: ChallengeLimits, isFirst: Bool, row: Int, in area: Rect, on canvas: inout Canvas
    ) {
        let perOperation = figures.traffic.messagesPerOperation
        let head = StyledText.label("msgs/op ") + .figure(perOperation?.withTwoDecimals ?? "—")
        if isFirst { canvas.write(head, column: area.column, row: row, width: area.columns) }
        let start = max(14, head.columns + 2)
        let words = verdict(limits)
        let wordColumns = ChallengeLimits.all.map { verdict($0).columns }.reduce(0, max)
        let inside = min(60, area.columns - start - wordColumns - 3)
        guard inside >= 5 else {
            let first = max(head.columns + 1, min(start, area.columns - words.columns))
            canvas.write(
                words, column: area.column + first, row: row, width: max(0, area.columns - first))
            return
        }
        let left = area.column + start
        let share = min(1, (perOperation ?? 0) / limits.messagesPerOperation)
        let halves = Int(share * Double(2 * inside))
        canvas[left, row] = Cell(glyph: "▕", style: .frame)
        for column in 0..<inside where halves > 2 * column {
            let glyph: Unicode.Scalar = halves > 2 * column + 1 ? "█" : "▌"
            let style = standing(limits) == .unmeasured ? .bar : standing(limits).style
            canvas[left + 1 + column, row] = Cell(glyph: glyph, style: style)
        }
        canvas[left + 1 + inside, row] = Cell(glyph: "▏", style: .frame)
        canvas.write(words, column: left + 3 + inside, row: row, width: wordColumns)
    }

    private func standing(_ limits: ChallengeLimits) -> Standing {
        guard let perOperation = figures.traffic.messagesPerOperation,
            ChallengeLimits.areMeant(for: snapshot.scenario)
        else { return .unmeasured }
        return perOperation < limits.messagesPerOperation ? .kept : .broken
    }

    /// `✗ > 20 of part 2`; a part is about latency too.
    private func verdict(_ limits: ChallengeLimits) -> StyledText {
        briefVerdict(limits) + .label(" of \(limits.name)")
    }

    /// `✗ > 20`, behind the figure that it is about.
    private func briefVerdict(_ limits: ChallengeLimits) -> StyledText {
        let standing = standing(limits)
        let limit = limits.messagesPerOperation
        guard let perOperation = figures.traffic.messagesPerOperation, standing != .unmeasured
        else { return StyledText("limit \(limit.brief)", standing.style) }
        let isLimit = perOperation.withTwoDecimals == limit.withTwoDecimals
        let sign = standing == .kept ? "<" : isLimit ? "=" : ">"
        return StyledText("\(standing.glyph) \(sign) \(limit.brief)", standing.style)
    }

    private var costs: [StyledText] {
        let traffic = figures.traffic
        var parts: [StyledText] = []
        if let perBroadcast = traffic.messagesPerBroadcast {
            parts.append(.label("per broadcast ") + .figure(perBroadcast.withTwoDecimals))
        }
        if let share = traffic.usefulShare {
            parts.append(.label("useful ") + .figure("\(Int((share * 100).rounded())) %"))
        }
        if traffic.cutCount > 0 {
            parts.append(StyledText("cut \(traffic.cutCount.grouped)", .cut))
        }
        if traffic.lostCount > 0 {
            parts.append(StyledText("lost \(traffic.lostCount.grouped)", .warning))
        }
        return parts
    }

    /// What the messages carry.
    private var payload: [StyledText] {
        let traffic = figures.traffic
        func ratio(_ figure: String, _ unit: String) -> StyledText {
            .figure(figure) + .label(unit)
        }
        let bytes = [
            traffic.bytesPerOperation.map { ratio(Int($0.rounded()).grouped, "/op") },
            traffic.bytesPerMessage.map { ratio(Int($0.rounded()).grouped, "/msg") },
        ].compactMap(\.self)
        let values = traffic.valuesPerMessage.map { ratio($0.withTwoDecimals, "/msg") }
        return [
            .label("bytes ") + .joining(bytes, by: ", "),
            values.map { .label("values ") + $0 } ?? .empty,
        ]
    }

    private var rateText: StyledText {
        guard let perSecond = figures.sentInLastSecond else { return .empty }
        return .figure(perSecond.grouped) + .label("/s")
    }

    /// The rate now, and how it came to be: a bar for each quarter of a second, newest last.
    private func drawRate(on canvas: inout Canvas, in area: Rect) {
        guard area.rows > 0, figures.sentInLastSecond != nil else { return }
        let rate = rateText
        canvas.write(
            rate, column: area.column, row: area.row + area.rows - 1, width: area.columns)
        var chart = area
        chart.column += max(9, rate.columns + 1)
        chart.columns -= max(9, rate.columns + 1)
        guard chart.columns > 0 else { return }
        let newest = Array(figures.sentPerQuarterSecond.suffix(chart.columns))
        ColumnChart(heights: newest, peak: newest.max() ?? 0)
            .draw(on: &canvas, in: chart, style: .bar)
    }
}
