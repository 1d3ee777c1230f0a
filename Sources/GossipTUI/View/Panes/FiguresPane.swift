import Engine

/// The two figures that matter, large, and what the signs mean: for a room.
///
/// ```
///  every node has a value within
///  ████  ████  ████
///  █  █  █  █  █  █   ms
///  ████  ████  ████
///  half of them within 600 ms
///
///  it costs
///  …                   messages per operation
///
///  the newest value    ▕██████████░░░░░░▏ 13 of 25
///
///  ● knows the newest values  ◑ some of them  ○ none
/// ```
struct FiguresPane: Pane {
    let snapshot: ClusterSnapshot
    let glyphs: GlyphSet
    /// The value that is told of; nil for none.
    let value: ValueID?

    var title: String { "figures" }

    private var figures: RunFigures { snapshot.figures }

    func summary(within columns: Int) -> StyledText {
        .joining(
            [
                .figure(latency.map { "\($0) ms" } ?? "—"),
                .figure(messages ?? "—") + .label(" msgs/op"),
            ], within: columns)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        var rest = area
        let areLimitsMeant = ChallengeLimits.areMeant(for: snapshot.scenario)
        drawFigure(
            latency,
            waiting == nil ? "every node has a value within" : "of those that got everywhere", "ms",
            note: waiting?.text
                ?? figures.propagation.quantile(0.5).map {
                    "half of the values within \($0.wholeMilliseconds) ms"
                }, on: &canvas, in: &rest)
        drawFigure(
            messages, "it costs", "messages per operation",
            note: areLimitsMeant ? "part 1 allows 30, part 2 20" : nil, on: &canvas, in: &rest)
        drawSpread(on: &canvas, in: &rest)
        drawLegend(on: &canvas, in: rest)
    }

    private var waiting: WaitingValues? { WaitingValues(figures) }

    private var latency: String? { figures.propagation.maximum?.wholeMilliseconds }

    private var messages: String? {
        figures.traffic.messagesPerOperation.map {
            $0 < 10
                ? $0.withTwoDecimals : String((($0 * 10).rounded() / 10).withTwoDecimals.dropLast())
        }
    }

    /// A heading, a number as large as there is room, its unit, and a note; takes its rows off
    /// `area`.
    private func drawFigure(
        _ number: String?, _ heading: String, _ unit: String, note: String?,
        on canvas: inout Canvas, in area: inout Rect
    ) {
        var lines = [StyledText(heading, .title)]
        let large = LargeNumber(text: number ?? "")
        let isLarge =
            number != nil && large.columns <= area.columns
            && area.rows >= LargeNumber.rows + 3
        if !isLarge { lines.append(.figure(number.map { "\($0) \(unit)" } ?? "nothing known yet")) }
        for line in lines where area.rows > 0 {
            canvas.write(line, column: area.column, row: area.row, width: area.columns)
            area.skip(1)
        }
        if isLarge {
            large.draw(on: &canvas, column: area.column, row: area.row, style: .figure)
            let beside = large.columns + 2
            let fits = beside + unit.columns <= area.columns
            canvas.write(
                .label(fits ? unit : ""), column: area.column + beside,
                row: area.row + LargeNumber.rows - 1, width: max(0, area.columns - beside))
            area.skip(LargeNumber.rows)
            if !fits {
                canvas.write(.label(unit), column: area.column, row: area.row, width: area.columns)
                area.skip(1)
            }
        }
        if let note, area.rows > 0 {
            canvas.write(.label(note), column: area.column, row: area.row, width: area.columns)
            area.skip(1)
        }
        area.skip(1)
    }

    /// How far the value that is told of has spread.
    private func drawSpread(on canvas: inout Canvas, in area: inout Rect) {
        guard area.rows >= 2,
            let spread = snapshot.recentValues.last(where: { $0.value == value })
                ?? snapshot.recentValues.last
        else { return }
        let live = snapshot.nodeStates.count { $0 != .down }
        let count = "\(spread.holderCount.grouped) of \(live.grouped)"
        canvas.write(
            StyledText("value \(spread.value) is known to", .title), column: area.column,
            row: area.row, width: area.columns)
        let cells = max(0, area.columns - count.columns - 3)
        let filled = live == 0 ? 0 : cells * min(spread.holderCount, live) / live
        let style: Style = spread.holderCount >= live ? .informed : .partlyInformed
        canvas.write(
            StyledText(String(repeating: "█", count: filled), style)
                + .faint(String(repeating: "░", count: cells - filled)) + .figure(" \(count)"),
            column: area.column, row: area.row + 1, width: area.columns)
        area.skip(3)
    }

    /// What the signs of the cluster's picture mean, at the bottom.
    private func drawLegend(on canvas: inout Canvas, in area: Rect) {
        let lines = HelpOverlay(glyphs: glyphs).legendLines
        guard area.rows >= lines.count else { return }
        let top = area.row + area.rows - lines.count
        for (offset, line) in lines.enumerated() {
            canvas.write(line, column: area.column, row: top + offset, width: area.columns)
        }
    }
}

extension Rect {
    /// The rectangle without its first rows.
    fileprivate mutating func skip(_ count: Int) {
        let count = min(count, rows)
        row += count
        rows -= count
    }
}
