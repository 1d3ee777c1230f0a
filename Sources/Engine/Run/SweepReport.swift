/// What several scenarios came to, each under several seeds.
public struct SweepReport: Sendable {
    /// One scenario but for its seed, and its runs.
    public struct Combination: Sendable {
        /// What was run; its seed is that of the first run.
        public let scenario: Scenario
        /// The runs, by ascending seeds.
        public let outcomes: [RunOutcome]

        /// The runs `outcomes`, in any order, of `scenario`.
        public init(scenario: Scenario, outcomes: [RunOutcome]) {
            self.outcomes = outcomes.sorted { $0.seed < $1.seed }
            var first = scenario
            first.seed = self.outcomes.first?.seed ?? scenario.seed
            self.scenario = first
        }

        /// The mean of `figure` over the runs that have it.
        public func mean(of figure: RunFigure) -> MeanEstimate {
            MeanEstimate(of: outcomes.compactMap { $0[figure] })
        }

        /// Whether there are runs, and all of them are valid.
        public var isValid: Bool { !outcomes.isEmpty && outcomes.allSatisfy(\.isValid) }

        /// How many runs have both figures of the front; the others had nothing to measure.
        public var measuredCount: Int {
            outcomes.count {
                $0[.stable(share: 1)] != nil && $0[.messagesPerOperation] != nil
            }
        }

        /// Whether the means speak for every run, and all runs are valid: only such combinations
        /// can be compared.
        public var isComparable: Bool { isValid && measuredCount == outcomes.count }

        /// How many of the runs stay below `limits`.
        public func count(within limits: ChallengeLimits) -> Int {
            outcomes.count { $0.isWithin(limits) }
        }

        /// Whether there are runs, and all of them stay below `limits`.
        public func isWithin(_ limits: ChallengeLimits) -> Bool {
            !outcomes.isEmpty && count(within: limits) == outcomes.count
        }
    }

    /// The scenarios, in the order of reports.
    public let combinations: [Combination]

    /// The report on `combinations`.
    public init(_ combinations: [Combination]) {
        self.combinations = combinations
    }

    /// Whether the challenge's limits and the reference curve are meant for every scenario.
    public var isChallenge: Bool {
        !combinations.isEmpty
            && combinations.allSatisfy { ChallengeLimits.areMeant(for: $0.scenario) }
    }

    /// The Pareto front: places in `combinations` of those that are comparable and that no other
    /// such one beats in mean messages per operation and mean maximum stable latency, or
    /// beats in one and equals in the other. By ascending latency. O(c log c).
    public var front: [Int] {
        let points = combinations.indices.compactMap { index -> FrontPoint? in
            guard combinations[index].isComparable,
                let latency = combinations[index].mean(of: .stable(share: 1)).mean,
                let messages = combinations[index].mean(of: .messagesPerOperation).mean
            else { return nil }
            return FrontPoint(index: index, latency: latency, messages: messages)
        }
        var front: [FrontPoint] = []
        for point in points.sorted(by: FrontPoint.comesFirst) {
            guard let last = front.last else {
                front.append(point)
                continue
            }
            let isEqual = point.messages == last.messages && point.latency == last.latency
            if point.messages < last.messages || isEqual { front.append(point) }
        }
        return front.map(\.index)
    }

    /// The combination whose runs are all within each of `limits`, by the fewest mean messages per
    /// operation; nil when there is none.
    public func cheapest(within limits: [ChallengeLimits]) -> Combination? {
        combinations.filter { combination in limits.allSatisfy(combination.isWithin) }
            .compactMap { combination in
                combination.mean(of: .messagesPerOperation).mean.map { (combination, $0) }
            }
            .min { $0.1 < $1.1 }?.0
    }
}

private struct FrontPoint {
    let index: Int
    let latency: Double
    let messages: Double

    static func comesFirst(_ left: FrontPoint, _ right: FrontPoint) -> Bool {
        (left.latency, left.messages, left.index) < (right.latency, right.messages, right.index)
    }
}
