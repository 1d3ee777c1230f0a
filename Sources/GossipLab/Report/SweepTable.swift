import Engine
import ScenarioOptions

/// The combinations of a sweep as rows, as many columns as there is room for.
struct SweepTable {
    /// A column: its head on two lines, and a cell per combination.
    private struct Column {
        let head: (String, String)
        let cells: [String]
        /// Whether the table does without it where it would be too wide.
        var isOptional = false

        var width: Int {
            ([head.0, head.1] + cells).reduce(0) { max($0, $1.count) }
        }
    }

    /// Longer tables have only the front's rows, or without a front their first ones.
    private static let mostRows = 60

    private let report: SweepReport
    private let names: SweepNames
    private let plusMinus: String
    private let front: Set<Int>

    /// The table of `report`; `isUTF8` says whether it may have signs beyond ASCII.
    init(_ report: SweepReport, isUTF8: Bool) {
        self.report = report
        names = SweepNames(report)
        plusMinus = isUTF8 ? "±" : "+-"
        front = Set(report.front)
    }

    /// The table's lines, at most `columns` wide unless the options alone are wider.
    func lines(columns: Int) -> [String] {
        let places = Array(
            report.combinations.indices
                .filter { !isShortened || front.isEmpty || front.contains($0) }.prefix(
                    Self.mostRows))
        let columns = fitting(places, in: columns)
        let heads = [columns.map(\.head.0), columns.map(\.head.1)].map {
            "  " + row($0, of: columns)
        }
        var lines = heads.map { $0.trimmingTrailingBlanks }
        let series = places.map { names.seriesName(of: report.combinations[$0]) }
        let ends = zip(series, series.dropFirst()).map { $0 != $1 }
        // Each series is in one piece, or no blank line would set it off.
        let hasGaps =
            names.along != nil && !isShortened && ends.count(where: \.self) + 1 == Set(series).count
        for (row, place) in places.enumerated() {
            let mark = front.contains(place) ? "* " : "  "
            let cells = columns.map { $0.cells[row] }
            lines.append((mark + self.row(cells, of: columns)).trimmingTrailingBlanks)
            if hasGaps && row < ends.count && ends[row] { lines.append("") }
        }
        return lines + [""] + notes
    }

    private var isShortened: Bool { report.combinations.count > Self.mostRows }

    private var notes: [String] {
        var notes: [String] = []
        if isShortened && front.isEmpty {
            notes.append(
                "the first \(Self.mostRows) of \(report.combinations.count) combinations: none is "
                    + "valid in all runs, so there is no front")
        } else if isShortened {
            notes.append(
                "* the front, \(front.count) of \(report.combinations.count) combinations: "
                    + "no other pays less for a lower latency")
        } else if !front.isEmpty {
            notes.append("* on the front: no other pays less for a lower latency")
        }
        if report.combinations.contains(where: { $0.measuredCount < $0.outcomes.count }) {
            notes.append("(1) mean over so few runs only: the others had nothing to measure")
        }
        notes.append("means over seeds\(hasIntervals ? ", with 95 % intervals" : "")")
        return notes
    }

    private var hasIntervals: Bool { report.combinations.contains { $0.outcomes.count > 1 } }

    // MARK: Columns

    private func fitting(_ places: [Int], in width: Int) -> [Column] {
        var columns = columns(places)
        func total() -> Int { columns.reduce(0) { $0 + $1.width + 2 } }
        while total() > width, let place = columns.lastIndex(where: \.isOptional) {
            columns.remove(at: place)
        }
        return columns
    }

    private func columns(_ places: [Int]) -> [Column] {
        let combinations = places.map { report.combinations[$0] }
        var columns = names.varied.map { name in
            Column(head: Self.head(name), cells: combinations.map { names.value(of: name, in: $0) })
        }
        columns += [
            Column(
                head: ("", "msgs/op"),
                cells: combinations.map { text($0, .messagesPerOperation, 2) }),
            Column(
                head: ("stable", "p50, ms"),
                cells: combinations.map { text($0, .stable(share: 0.5), 0) }),
            Column(
                head: ("stable", "max, ms"),
                cells: combinations.map { text($0, .stable(share: 1), 0) }),
            Column(
                head: ("true", "max, ms"),
                cells: combinations.map { text($0, .propagation(share: 1), 0) }, isOptional: true),
        ]
        if !combinations.allSatisfy(\.isValid) {
            columns.append(
                Column(
                    head: ("valid", "runs"),
                    cells: combinations.map { combination in
                        Self.share(combination.outcomes.count(where: \.isValid), combination)
                    }))
        }
        guard report.isChallenge else { return columns }
        return columns
            + ChallengeLimits.all.map { limits in
                Column(
                    head: ("within", limits.name),
                    cells: combinations.map { Self.share($0.count(within: limits), $0) })
            }
    }

    /// The option's name on two lines, broken at a hyphen.
    private static func head(_ option: String) -> (String, String) {
        guard option.count > 10, let hyphen = option.firstIndex(of: "-") else {
            return ("", option)
        }
        return (String(option[...hyphen]), String(option[option.index(after: hyphen)...]))
    }

    private static func share(_ count: Int, _ combination: SweepReport.Combination) -> String {
        "\(count)/\(combination.outcomes.count)"
    }

    private func text(
        _ combination: SweepReport.Combination, _ figure: RunFigure, _ digits: Int
    ) -> String {
        let estimate = combination.mean(of: figure)
        guard let mean = estimate.mean else { return "-" }
        let count = combination.outcomes.count { $0[figure] != nil }
        guard count == combination.outcomes.count else { return "\(mean.fixed(digits)) (\(count))" }
        guard let interval = estimate.interval else { return mean.fixed(digits) }
        let reach = (interval.upperBound - interval.lowerBound) / 2
        return "\(mean.fixed(digits)) \(plusMinus) \(reach.fixed(digits))"
    }

    /// Names at the left, figures at the right.
    private func row(_ cells: [String], of columns: [Column]) -> String {
        zip(cells, columns).enumerated().map { place, pair in
            let (cell, column) = pair
            return place < names.varied.count
                ? cell.padded(to: column.width) : cell.rightAligned(to: column.width)
        }.joined(separator: "  ")
    }
}
