import Engine

/// The figures of two contenders side by side, one a line.
struct RaceTable {
    private static let longestName = 9

    /// The table, 80 columns wide at most.
    let lines: [String]

    /// The table of `report`.
    init(_ report: RaceReport) {
        let names = RaceReport.Side.allCases.map { report[$0].name }
        let areShort = names.allSatisfy { $0.count <= Self.longestName }
        let heads = areShort ? names : ["A", "B"]
        let name = { (side: RaceReport.Side?) in side.map { heads[$0 == .a ? 0 : 1] } ?? "-" }
        let areValid = RaceReport.Side.allCases.allSatisfy { report.invalidSeeds(of: $0).isEmpty }
        let losses: [RunFigure] = areValid ? [] : [.lostCount, .incompleteCount]
        let rows = (Self.figures + losses).map { figure in
            let comparison = report.comparison(of: figure)
            return Self.row(
                figure.title, Self.cells(of: comparison), better: name(comparison.lower))
        }
        let validCounts = RaceReport.Side.allCases.map {
            report.heats.count - report.invalidSeeds(of: $0).count
        }
        let valid = Self.row(
            "valid runs", validCounts.map { "\($0)" } + ["\(validCounts[0] - validCounts[1])"],
            better: name(report.onlyValid))
        let head = Self.row("", heads + ["A - B", "± 95 %", "A/B"], better: "better")
        lines = [head] + rows + [valid]
    }

    private static let figures: [RunFigure] =
        [.messagesPerOperation, .messagesPerBroadcast, .bytesPerOperation]
        + [0.5, 0.95, 0.99, 1].map { .stable(share: $0) }
        + [0.5, 1].map { .propagation(share: $0) }

    private static func row(_ title: String, _ cells: [String], better: String) -> String {
        let widths = [10, 10, 10, 10, 7]
        let columns = widths.indices.map { place in
            (place < cells.count ? cells[place] : "").rightAligned(to: widths[place])
        }
        return title.padded(to: 22) + columns.joined() + "  " + better
    }

    private static func cells(of comparison: RaceReport.Comparison) -> [String] {
        let difference = comparison.difference
        let means = [comparison.a.mean, comparison.b.mean]
        let largest = means.compactMap { $0?.magnitude }.max() ?? 0
        let digits = largest < 100 ? 2 : largest < 10_000 ? 1 : 0
        let reach = difference.interval.map { ($0.upperBound - $0.lowerBound) / 2 }
        let ratio = comparison.a.mean.flatMap { a in
            comparison.b.mean.flatMap { b in b == 0 ? nil : a / b }
        }
        return (means + [difference.mean]).map { $0?.fixed(digits) ?? "-" }
            + [reach.map { "± " + $0.fixed(digits) } ?? "-", ratio?.fixed(2) ?? "-"]
    }
}
