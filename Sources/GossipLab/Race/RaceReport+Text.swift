import Engine
import ScenarioOptions

extension RaceReport {
    /// The report for a person, 80 columns wide but for the commands: what differs, figure by
    /// figure, who wins, and the commands that repeat each contender alone.
    var text: String {
        var lines = RaceDifferences(self).lines + [""]
        lines += fact("A", a.scenario.summaryWithoutSeed)
        lines += fact("B", b.scenario.summaryWithoutSeed)
        lines += fact("seeds", seedsText)
        lines += [""] + RaceTable(self).lines + [""]
        lines += fact("verdict", verdict)
        lines += challengeLines
        for (letter, contender) in [("A", a), ("B", b)] {
            let command = contender.scenario.command(beside: ["--seeds", "\(requestedCount)"])
            lines.append("\("repeat \(letter)".padded(to: 12)) \(command)")
        }
        if isPartial {
            lines += fact("PARTIAL", "ended after \(heats.count) of \(requestedCount) seeds")
        }
        return lines.joined(separator: "\n")
    }

    private func fact(_ name: String, _ text: String) -> [String] { Fact(name, text).lines() }

    private var seedsText: String {
        guard let first = heats.first?.seed, let last = heats.last?.seed else {
            return "none that both finished"
        }
        let range = heats.count == 1 ? "\(first)" : "\(heats.count), from \(first) to \(last)"
        return "\(range), the same for both"
    }

    private var challengeLines: [String] {
        let judged = Side.allCases.filter { ChallengeLimits.areMeant(for: self[$0].scenario) }
        guard !judged.isEmpty && !heats.isEmpty else { return [] }
        return ChallengeLimits.all.flatMap { limits in
            let shares = judged.map { side in
                "by \(self[side].name) in \(count(within: limits, of: side)) of \(heats.count)"
            }
            return fact(limits.name, "passed " + shares.joined(separator: ", ") + " runs")
        }
    }
}
