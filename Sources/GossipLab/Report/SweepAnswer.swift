import Engine
import ScenarioOptions

/// Which combination of a sweep is best, in words.
struct SweepAnswer {
    let report: SweepReport
    private let names: SweepNames

    /// The answer that `report` gives.
    init(_ report: SweepReport) {
        self.report = report
        names = SweepNames(report)
    }

    /// One line per question, and the command that repeats the best one.
    var lines: [String] {
        guard report.isChallenge else {
            return ends + [
                line("limits", "and reference curve are for 25 nodes, 100 ms, 100 op/s")
            ]
        }
        let answers = report.questions.map { line($0.name, answer(within: $0.limits)) }
        let best = report.cheapest(within: ChallengeLimits.all)
        return ["fewest messages per operation with every run within the challenge's limits:"]
            + answers + (best.flatMap(command).map { [line("repeat", $0)] } ?? [])
    }

    private func answer(within limits: [ChallengeLimits]) -> String {
        if let best = report.cheapest(within: limits) { return describe(best) }
        let counts = report.combinations.map { combination in
            combination.outcomes.count { outcome in limits.allSatisfy(outcome.isWithin) }
        }
        guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else {
            return "none, in no run"
        }
        let nearest = report.combinations[place]
        return "none; nearest is \(names.name(of: nearest)), in \(most) of "
            + "\(nearest.outcomes.count) runs"
    }

    /// The two ends of the front: where latency is lowest, and where messages are fewest.
    private var ends: [String] {
        let front = report.front.map { report.combinations[$0] }
        guard let fastest = front.first, let cheapest = front.last else {
            return [line("front", "empty: no combination has only valid runs")]
        }
        return [line("fastest", describe(fastest)), line("cheapest", describe(cheapest))]
    }

    private func describe(_ combination: SweepReport.Combination) -> String {
        let messages = combination.mean(of: .messagesPerOperation).mean?.fixed(2) ?? "-"
        let latencies = [0.5, 1].map {
            combination.mean(of: .stable(share: $0)).mean?.fixed(0) ?? "-"
        }
        return "\(names.name(of: combination)): \(messages) msgs/op, stable "
            + "\(latencies.joined(separator: " / ")) ms (median / max)"
    }

    /// The command that makes the runs of `combination` again; nil if their seeds have gaps.
    private func command(of combination: SweepReport.Combination) -> String? {
        let seeds = combination.outcomes.map(\.seed)
        guard zip(seeds, seeds.dropFirst()).allSatisfy({ $1 - $0 == 1 }) else { return nil }
        return combination.scenario.command(beside: ["--seeds", "\(seeds.count)"])
    }

    private func line(_ name: String, _ fact: String) -> String { name.padded(to: 12) + " " + fact }
}

extension SweepReport {
    /// What the challenge asks for, one part at a time and both at once; none where it is not
    /// meant.
    var questions: [(name: String, limits: [ChallengeLimits])] {
        guard isChallenge else { return [] }
        return ChallengeLimits.all.map { ($0.name, [$0]) } + [("both", ChallengeLimits.all)]
    }
}
