import Charts
import Engine

/// A trade-off chart drawn with characters.
///
/// A letter stands for a series; capitals are on the front.
struct TextChart {
    /// The signs that lines are made of.
    struct Signs {
        let vertical: Character
        let horizontal: Character
        let origin: Character
        let tickLeft: Character
        let tickBelow: Character
        let limitVertical: Character
        let limitHorizontal: Character
        let limitCorner: Character
        let reference: Character

        static let unicode = Signs(
            vertical: "│", horizontal: "─", origin: "└", tickLeft: "┤", tickBelow: "┬",
            limitVertical: "┊", limitHorizontal: "┈", limitCorner: "┐", reference: "·")
        static let ascii = Signs(
            vertical: "|", horizontal: "-", origin: "+", tickLeft: "+", tickBelow: "+",
            limitVertical: ":", limitHorizontal: ".", limitCorner: ".", reference: "'")
    }

    static let margin = 7
    static let plotHeight = 20
    private static let widestPlot = 110

    let chart: TradeOffChart
    let signs: Signs
    let letters: [Character]
    let horizontal: AxisScale
    let vertical: AxisScale
    let plotWidth: Int
    private var plot: TextCanvas
    private var hasReference = false

    /// `chart`, `columns` wide at most.
    init(_ chart: TradeOffChart, columns: Int, signs: Signs) {
        self.chart = chart
        self.signs = signs
        letters = Self.letters(for: chart.series.map(\.name))
        (horizontal, vertical) = chart.axes
        plotWidth = max(20, min(columns - Self.margin - 1, Self.widestPlot))
        plot = TextCanvas(width: plotWidth, height: Self.plotHeight)
        for limits in chart.limits.reversed() { draw(limits) }
        drawReference()
        drawPoints()
        for limits in chart.limits { label(limits) }
        labelSeries()
        labelFront()
    }

    /// The chart's lines with axes and key.
    var lines: [String] {
        ["msgs/op"] + rows + axisLines + [""] + keyLines
    }

    // MARK: What is drawn

    private mutating func draw(_ limits: ChallengeLimits) {
        let corner = place(limits.maximum.inMilliseconds, limits.messagesPerOperation)
        for column in 0..<corner.column {
            plot[TextCanvas.Place(column: column, row: corner.row)] = signs.limitHorizontal
        }
        for row in (corner.row + 1)..<max(corner.row + 1, Self.plotHeight) {
            plot[TextCanvas.Place(column: corner.column, row: row)] = signs.limitVertical
        }
        plot[corner] = signs.limitCorner
    }

    private mutating func drawReference() {
        for column in 0..<plotWidth {
            let share = (Double(column) + 0.5) / Double(plotWidth)
            let latency = horizontal.value(at: share)
            guard let messages = chart.reference(within: latency),
                vertical.range.contains(messages)
            else { continue }
            plot[place(latency, messages)] = signs.reference
            hasReference = true
        }
    }

    private mutating func drawPoints() {
        // The front last, so that nothing covers it.
        for isOnFront in [false, true] {
            for (letter, point) in lettered where point.isOnFront == isOnFront {
                plot[place(point)] = Self.sign(of: point, as: letter)
            }
        }
    }

    /// Every point and the letter of its series.
    private var lettered: [(letter: Character, point: TradeOffChart.Point)] {
        zip(letters, chart.series).flatMap { letter, series in series.points.map { (letter, $0) } }
    }

    private static func sign(of point: TradeOffChart.Point, as letter: Character) -> Character {
        if point.isOnFront { return Character(letter.uppercased()) }
        return point.isComparable ? letter : "x"
    }

    /// Whether `point`, of the series with `letter`, is seen: no other one covers it.
    private func shows(_ point: TradeOffChart.Point, as letter: Character) -> Bool {
        plot[place(point)] == Self.sign(of: point, as: letter)
    }

    // MARK: Labels

    private mutating func label(_ limits: ChallengeLimits) {
        let corner = place(limits.maximum.inMilliseconds, limits.messagesPerOperation)
        write(
            limits.name,
            atFirstOf: (1...3).map { row in
                TextCanvas.Place(
                    column: corner.column - limits.name.count - 1, row: corner.row + row)
            })
    }

    private mutating func labelSeries() {
        guard chart.series.count <= 6, chart.along != nil else { return }
        for (letter, series) in zip(letters, chart.series) where !series.name.isEmpty {
            let ends = [series.points.first, series.points.last].compactMap(\.self)
                .filter { shows($0, as: letter) }.map(place)
            write(series.name, atFirstOf: ends.flatMap { Self.around($0, series.name.count) })
        }
    }

    private mutating func labelFront() {
        for (letter, point) in lettered where point.isOnFront && shows(point, as: letter) {
            let text = point.place.isEmpty ? point.name : point.place
            write(text, atFirstOf: Self.around(place(point), text.count))
        }
    }

    /// Writes `text` at the first of `places` where it covers nothing but the reference curve; not
    /// at all without any.
    private mutating func write(_ text: String, atFirstOf places: [TextCanvas.Place]) {
        if let place = places.first(where: {
            plot.hasRoom(for: text, at: $0, over: [signs.reference])
        }) {
            plot.write(text, at: place)
        }
    }

    private static func around(_ place: TextCanvas.Place, _ width: Int) -> [TextCanvas.Place] {
        [
            (2, 0), (-width - 1, 0), (1, -1), (1, 1), (-width, 1), (-width, -1),
            (-width / 2, -1), (-width / 2, 1),
        ].map { TextCanvas.Place(column: place.column + $0.0, row: place.row + $0.1) }
    }

    // MARK: Places

    func place(_ point: TradeOffChart.Point) -> TextCanvas.Place {
        place(point.latency, point.messages)
    }

    private func place(_ latency: Double, _ messages: Double) -> TextCanvas.Place {
        TextCanvas.Place(
            column: Int((horizontal.position(of: latency) * Double(plotWidth - 1)).rounded()),
            row: row(of: messages))
    }

    private func row(of messages: Double) -> Int {
        Int(((1 - vertical.position(of: messages)) * Double(Self.plotHeight - 1)).rounded())
    }

    // MARK: Around the plot

    private var rows: [String] {
        let ticks = Dictionary(
            vertical.ticks(atMost: 8).map { (row(of: $0), AxisScale.label(of: $0)) },
            uniquingKeysWith: { first, _ in first })
        return plot.lines.enumerated().map { row, line in
            let tick = ticks[row]
            let label = (tick ?? "").rightAligned(to: Self.margin - 2)
            return "\(label) \(tick == nil ? signs.vertical : signs.tickLeft)\(line)"
                .trimmingTrailingBlanks
        }
    }

    private var axisLines: [String] {
        var axis = TextCanvas(width: plotWidth + Self.margin + 12, height: 2)
        axis[TextCanvas.Place(column: Self.margin - 1, row: 0)] = signs.origin
        for column in 0..<plotWidth {
            axis[TextCanvas.Place(column: Self.margin + column, row: 0)] = signs.horizontal
        }
        let title = "max stable latency, ms"
        for tick in horizontal.ticks(atMost: 9) {
            let column = Self.margin + place(tick, vertical.range.lowerBound).column
            let label = AxisScale.label(of: tick)
            axis[TextCanvas.Place(column: column, row: 0)] = signs.tickBelow
            let start = TextCanvas.Place(
                column: min(column - label.count / 2, Self.margin + plotWidth - label.count),
                row: 1)
            if axis.hasRoom(for: label, at: start) { axis.write(label, at: start) }
        }
        return axis.lines + [title.rightAligned(to: Self.margin + plotWidth)]
    }

    private var keyLines: [String] {
        var entries = zip(letters, chart.series).filter { !$0.1.name.isEmpty }
            .map { "\($0) \($1.name)\(coverText(of: $1, as: $0))" }
        if chart.points.contains(where: \.isOnFront) { entries.append("CAPITAL on the front") }
        if !chart.points.allSatisfy(\.isComparable) {
            entries.append("x values lost or unmeasured")
        }
        if hasReference {
            entries.append("\(signs.reference) reference: a well-run hub, by true latency")
        }
        return entries.joined(separator: "   ").wrapped(
            to: plotWidth, apart: "   "
        ).map { String(repeating: " ", count: Self.margin) + $0 }
    }

    /// What covers a series of which nothing is seen; empty where something is.
    private func coverText(of series: TradeOffChart.Series, as letter: Character) -> String {
        guard !series.points.contains(where: { shows($0, as: letter) }),
            let point = series.points.first
        else { return "" }
        return " (under \(plot[place(point)]))"
    }

    /// A letter per series: its first one if no other series begins with it, else the next letter
    /// that is free; x is for what lost values.
    private static func letters(for names: [String]) -> [Character] {
        let firsts = names.map { $0.lowercased().first { $0.isASCII && $0.isLetter } ?? "o" }
        var taken: Set<Character> = ["x"]
        var letters: [Character?] = firsts.map { first in
            let isUnique = firsts.count { $0 == first } == 1
            return isUnique && taken.insert(first).inserted ? first : nil
        }
        var free = "abcdefghijklmnopqrstuvwyz".filter { !taken.contains($0) }[...]
        for place in letters.indices where letters[place] == nil {
            letters[place] = free.popFirst() ?? "o"
        }
        return letters.compactMap(\.self)
    }
}
