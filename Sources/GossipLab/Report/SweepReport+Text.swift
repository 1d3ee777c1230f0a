import Engine
import ScenarioOptions

extension SweepReport {
    /// How wide a report is on this standard output.
    static var columns: Int {
        let columns = StandardOutput.isTerminal ? StandardOutput.columns ?? 80 : 80
        return min(max(columns, 60), 200)
    }

    /// The report for a person, `columns` wide at most where names and commands allow it: a table,
    /// the chart, and which combination is best.
    ///
    /// `isUTF8` says whether it may have signs beyond ASCII.
    func text(columns: Int, isUTF8: Bool = CharacterEncoding.isUTF8) -> String {
        let parts = [
            head(columns: columns), SweepTable(self, isUTF8: isUTF8).lines(columns: columns),
            [TradeOffChart(self).text(columns: columns, isUTF8: isUTF8)], SweepAnswer(self).lines,
        ]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
            .joined(separator: "\n\n")
    }

    /// What all combinations have in common.
    private func head(columns: Int) -> [String] {
        let names = SweepNames(self)
        let facts = [
            ("common", names.commonText), ("seeds", seedsText),
            ("invalid", invalidText), ("unmeasured", unmeasuredText),
            ("caution", cautionText),
        ]
        return facts.filter { !$0.1.isEmpty }
            .flatMap { name, fact in Fact(name, fact).lines(columns: columns) }
    }

    private var seedsText: String {
        let counts = combinations.map(\.outcomes.count)
        guard let fewest = counts.min(), let most = counts.max() else { return "" }
        let seeds = combinations.flatMap { $0.outcomes.map(\.seed) }
        guard let first = seeds.min(), let last = seeds.max(), first < last else {
            return "\(seeds.first ?? 0)"
        }
        let lists = Set(combinations.map { $0.outcomes.map(\.seed) })
        let count = fewest == most ? "\(most)" : "\(fewest) to \(most)"
        let range = UInt64(most - 1) == last - first ? "from" : "between"
        return "\(count) for each, \(range) \(first) \(range == "from" ? "to" : "and") \(last)"
            + (lists.count == 1 ? "" : "; they differ, so not all are compared fairly")
    }

    private var invalidText: String {
        let count = combinations.reduce(0) { $0 + $1.outcomes.count { !$0.isValid } }
        if count == 0 { return "" }
        let runs = count == 1 ? "1 run" : "\(count) runs"
        return "\(runs) lost a value or left it missing: such combinations are not on the front"
    }

    private var unmeasuredText: String {
        let count = combinations.reduce(0) { $0 + $1.outcomes.count - $1.measuredCount }
        if count == 0 { return "" }
        let runs = count == 1 ? "1 run" : "\(count) runs"
        return "\(runs) had no read that could show a latency: such combinations are not on the "
            + "front, and their means are over the other runs"
    }

    /// That not all combinations had the same to do; empty where they had.
    private var cautionText: String {
        let given: Set = [
            "node-count", "rate", "time-limit", "latency", "latency-map", "latency-dist", "loss",
            "network", "nemesis", "nemesis-interval", "fault",
        ]
        let varied = SweepNames(self).varied.filter(given.contains)
        if varied.isEmpty { return "" }
        return "the task is not the same for all, by \(varied.joined(separator: ", ")): the front "
            + "compares harder with easier ones"
    }
}
