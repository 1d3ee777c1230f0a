import Engine

/// Finds the place of a run in a sweep's plan.
struct SweepPlaces: Sendable {
    private let placeOfCombination: [Scenario: Int]
    private let placeOfSeed: [UInt64: Int]

    /// The places in `plan.runs`.
    init(_ plan: SweepPlan) {
        placeOfCombination = Dictionary(
            plan.combinations.enumerated().map { (Self.withoutSeed($1), $0) },
            uniquingKeysWith: { first, _ in first })
        placeOfSeed = Dictionary(
            plan.seeds.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The place of `scenario` in the plan's runs; nil when it is none of them.
    subscript(scenario: Scenario) -> Int? {
        guard let seed = placeOfSeed[scenario.seed],
            let combination = placeOfCombination[Self.withoutSeed(scenario)]
        else { return nil }
        return seed * placeOfCombination.count + combination
    }

    private static func withoutSeed(_ scenario: Scenario) -> Scenario {
        var scenario = scenario
        scenario.seed = 0
        return scenario
    }
}
