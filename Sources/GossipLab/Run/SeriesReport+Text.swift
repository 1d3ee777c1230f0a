import Engine

extension SeriesReport {
    /// The report for a person: one figure a line, the verdict last.
    var text: String {
        let head = [
            line("scenario", scenario.summaryWithoutSeed),
            line("seeds", seedsText),
            "",
            Self.row("", ["mean", "95 % from", "to"]),
        ]
        let rows =
            means.map { Self.row($0.figure.title, $0.estimate, in: 1) }
            + [Self.row("valid runs, %", validShare, in: 100)]
        let tail = [
            "",
            line("repeat", scenario.command(beside: ["--seeds", "\(requestedCount)"])),
            verdict,
        ]
        return (head + rows + tail).joined(separator: "\n")
    }

    private var seedsText: String {
        guard let last = outcomes.last?.seed else { return "no run finished" }
        return outcomes.count == 1
            ? "\(last)" : "\(outcomes.count), from \(scenario.seed) to \(last)"
    }

    private var verdict: String {
        if let first = invalidSeeds.first {
            var one = scenario
            one.seed = first
            let seeds = invalidSeeds.prefix(5).map { "\($0)" }.joined(separator: " ")
            let more = invalidSeeds.count > 5 ? " …" : ""
            return line(
                "INVALID", "\(invalidSeeds.count) of \(outcomes.count) runs: seeds \(seeds)\(more)")
                + "\n" + line("look at one", one.command)
                + (isPartial ? "\n" + partial : "")
        }
        return isPartial ? partial : line("valid", "every run")
    }

    private var partial: String {
        line("PARTIAL", "ended after \(outcomes.count) of \(requestedCount) runs")
    }

    private func line(_ name: String, _ fact: String) -> String { name.padded(to: 12) + " " + fact }

    private static func row(_ title: String, _ cells: [String]) -> String {
        title.padded(to: 26) + cells.map { $0.rightAligned(to: 12) }.joined()
    }

    /// A row whose numbers are multiples of 1/`scale`.
    private static func row(_ title: String, _ estimate: MeanEstimate, in scale: Double) -> String {
        let numbers = [estimate.mean, estimate.interval?.lowerBound, estimate.interval?.upperBound]
        return row(title, numbers.map { $0.map { ($0 * scale).fixed(2) } ?? "-" })
    }
}
