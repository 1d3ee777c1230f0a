/// What one scenario came to under many seeds.
public struct SeriesReport: Sendable {
    /// What was run; its seed is the first one's.
    public let scenario: Scenario
    /// How many runs were asked for.
    public let requestedCount: Int
    /// The finished runs, seed by seed without a gap.
    public let outcomes: [RunOutcome]

    /// The report on `outcomes`, of which `outcomes[i]` had the scenario's seed plus i.
    public init(scenario: Scenario, requestedCount: Int, outcomes: [RunOutcome]) {
        precondition(
            outcomes.enumerated().allSatisfy { $1.seed == scenario.seed + UInt64($0) },
            "the runs of a series have consecutive seeds from \(scenario.seed)")
        self.scenario = scenario
        self.requestedCount = requestedCount
        self.outcomes = outcomes
    }

    /// Whether the series was ended before its last run.
    public var isPartial: Bool { outcomes.count < requestedCount }

    /// Whether all its runs are valid.
    public var isValid: Bool { outcomes.allSatisfy(\.isValid) }

    /// The seeds of the runs that are not valid, ascending.
    public var invalidSeeds: [UInt64] { outcomes.lazy.filter { !$0.isValid }.map(\.seed) }

    /// The share of valid runs.
    public var validShare: MeanEstimate {
        MeanEstimate(successCount: outcomes.count(where: \.isValid), of: outcomes.count)
    }

    /// Every figure with its mean over the runs that have it, in the order of `RunFigure.all`.
    public var means: [(figure: RunFigure, estimate: MeanEstimate)] {
        RunFigure.all.enumerated().map { index, figure in
            (figure, MeanEstimate(of: outcomes.compactMap { $0.figures[index] }))
        }
    }
}
