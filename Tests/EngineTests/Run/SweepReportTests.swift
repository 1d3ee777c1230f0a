import Engine
import TestSupport
import Testing

@Suite struct SweepReportTests {
    private static func outcome(
        seed: UInt64 = 1, messages: Double, latency: Double?, median: Double? = nil,
        isValid: Bool = true
    ) -> RunOutcome {
        RunOutcome(seed: seed, digest: 0, isValid: isValid) { figure in
            switch figure {
            case .messagesPerOperation: messages
            case .stable(share: 1): latency
            case .stable(share: 0.5): median ?? latency.map { $0 / 2 }
            default: nil
            }
        }
    }

    private static func report(_ outcomes: [RunOutcome]) -> SweepReport {
        SweepReport(
            outcomes.map { SweepReport.Combination(scenario: Scenario(), outcomes: [$0]) })
    }

    @Test func theFrontIsWhatNobodyBeats() {
        let report = Self.report([
            Self.outcome(messages: 10, latency: 500), Self.outcome(messages: 5, latency: 500),
            Self.outcome(messages: 20, latency: 100), Self.outcome(messages: 25, latency: 100),
            Self.outcome(messages: 1, latency: 50, isValid: false),
            Self.outcome(messages: 6, latency: 600), Self.outcome(messages: 4, latency: 900),
            Self.outcome(messages: 4, latency: 900),
        ])
        #expect(report.front == [2, 1, 6, 7])
    }

    @Test func aCombinationWithARunThatMeasuredNothingIsNotOnTheFront() {
        let half = SweepReport.Combination(
            scenario: Scenario(),
            outcomes: [
                Self.outcome(seed: 1, messages: 1, latency: 50),
                Self.outcome(seed: 2, messages: 1, latency: nil),
            ])
        let whole = SweepReport.Combination(
            scenario: Scenario(),
            outcomes: [
                Self.outcome(seed: 1, messages: 9, latency: 90),
                Self.outcome(seed: 2, messages: 9, latency: 90),
            ])
        #expect((half.measuredCount, half.isValid, half.isComparable) == (1, true, false))
        #expect(SweepReport([half, whole]).front == [1])
    }

    @Test(arguments: UInt64(0)..<50)
    func theFrontIsThatOfComparingAllPairs(seed: UInt64) {
        var random = RandomStream(seed: seed, purpose: .workload)
        let outcomes = (0..<30).map { _ in
            Self.outcome(
                messages: Double(random.next() % 8),
                latency: Double(random.next() % 8),
                isValid: random.next() % 5 > 0)
        }
        let valid = outcomes.indices.filter { outcomes[$0].isValid }
        func figures(_ index: Int) -> [Double] {
            [RunFigure.messagesPerOperation, .stable(share: 1)].compactMap { outcomes[index][$0] }
        }
        let unbeaten = valid.filter { index in
            !valid.contains { other in
                let pairs = zip(figures(other), figures(index))
                return pairs.allSatisfy { $0 <= $1 } && pairs.contains { $0 < $1 }
            }
        }
        let front = Self.report(outcomes).front
        #expect(front.sorted() == unbeaten)
        let latencies = front.map { figures($0)[1] }
        #expect(latencies == latencies.sorted())
    }

    @Test func theCheapestIsTheCheapestOfThoseWhoseRunsAreAllWithinTheLimits() {
        func combination(_ outcomes: [RunOutcome]) -> SweepReport.Combination {
            SweepReport.Combination(scenario: Scenario(), outcomes: outcomes)
        }
        let report = SweepReport([
            combination([
                Self.outcome(seed: 2, messages: 18, latency: 590),
                Self.outcome(seed: 1, messages: 19, latency: 599),
            ]),
            combination([
                Self.outcome(seed: 1, messages: 11, latency: 590),
                Self.outcome(seed: 2, messages: 11, latency: 600),
            ]),
            combination([Self.outcome(messages: 3, latency: 500, median: 400)]),
            combination([]),
        ])
        let both = report.cheapest(within: ChallengeLimits.all)
        #expect(both?.mean(of: .messagesPerOperation).mean == 18.5)
        #expect(both?.outcomes.map(\.seed) == [1, 2])
        #expect(both?.scenario.seed == 1)
        #expect(report.combinations[1].count(within: .part1) == 1)
        let part2 = report.cheapest(within: [.part2])
        #expect(part2?.mean(of: .messagesPerOperation).mean == 3)
        #expect(Self.report([]).cheapest(within: []) == nil)
    }

    @Test func whatIsNotValidIsWithinNoLimits() {
        let outcome = Self.outcome(messages: 1, latency: 1, isValid: false)
        #expect(!outcome.isWithin(.part2))
    }
}
