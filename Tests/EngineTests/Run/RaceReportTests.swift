import Engine
import Testing

@Suite struct RaceReportTests {
    /// Figures of one side, seed by seed; nil where nothing was measured.
    struct Runs {
        var messages: [Double?]
        var latencies: [Double?]
        var isValid = true
    }

    private static func report(_ a: Runs, _ b: Runs) -> RaceReport {
        let heats = a.messages.indices.map { place in
            RaceReport.Heat(a: outcome(of: a, place), b: outcome(of: b, place))
        }
        var heap = Scenario()
        heap.topology = .heap
        return RaceReport(
            a: RaceReport.Contender(name: "grid", scenario: Scenario()),
            b: RaceReport.Contender(name: "heap", scenario: heap),
            requestedCount: heats.count, heats: heats)
    }

    private static func outcome(of runs: Runs, _ place: Int) -> RunOutcome {
        RunOutcome(seed: UInt64(place), digest: 0, isValid: runs.isValid) { figure in
            switch figure {
            case .messagesPerOperation: runs.messages[place]
            case .stable(share: 1): runs.latencies[place]
            default: nil
            }
        }
    }

    @Test func theDifferenceIsThatOfEachSeedWithStudentsInterval() throws {
        let report = Self.report(
            Runs(messages: [10, 12, 14], latencies: [5, 5, 5]),
            Runs(messages: [7, 8, 12], latencies: [5, 5, 5]))
        let comparison = report.comparison(of: .messagesPerOperation)
        #expect(comparison.a.mean == 12 && comparison.b.mean == 9)
        // The differences 3, 4 and 2 have the variance 1; 4.302653 is t at 97.5 % with 2 degrees.
        #expect(comparison.difference.mean == 3)
        let reach = 4.302653 / 3.0.squareRoot()
        let interval = try #require(comparison.difference.interval)
        #expect(abs(interval.lowerBound - (3 - reach)) < 1e-5)
        #expect(abs(interval.upperBound - (3 + reach)) < 1e-5)
        #expect(comparison.lower == .b)
        #expect(report.comparison(of: .stable(share: 1)).lower == nil)
    }

    @Test func luckThatBothShareIsNotInTheInterval() throws {
        let luck: [Double] = [0, 40, 10, 70, 30, 90, 20, 60]
        let a = luck.enumerated().map { 100 + $1 + Double($0 % 2) }
        let b = luck.map { 98 + $0 }
        let comparison = Self.report(
            Runs(messages: a, latencies: luck), Runs(messages: b, latencies: luck)
        )
        .comparison(of: .messagesPerOperation)
        let paired = try #require(comparison.difference.interval)
        // Two independent samples of 8: Student's t at 97.5 % with 14 degrees is 2.144787.
        let squares = [a, b].map { sample in
            let mean = sample.reduce(0, +) / 8
            return sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
        let unpaired = 2.144787 * ((squares[0] + squares[1]) / 14 * 2 / 8).squareRoot()
        #expect(paired.upperBound - paired.lowerBound < 2 * unpaired / 50)
        #expect(unpaired > 2.5 && comparison.difference.mean == 2.5)
        #expect(comparison.lower == .b)
    }

    @Test func aSeedUnderWhichOneHasNothingToMeasureCountsForNeither() {
        let comparison = Self.report(
            Runs(messages: [1, nil, 3], latencies: [1, 1, 1]),
            Runs(messages: [2, 50, nil], latencies: [1, 1, 1])
        )
        .comparison(of: .messagesPerOperation)
        #expect(comparison.a == MeanEstimate(of: [1]))
        #expect(comparison.b == MeanEstimate(of: [2]))
        #expect(comparison.difference == MeanEstimate(of: [-1]))
        #expect(comparison.lower == nil)
    }

    @Test func swappingTheTwoMirrorsEverything() throws {
        let fast = Runs(messages: [9, 8, 9, 7], latencies: [4, 5, 4, 6])
        let slow = Runs(messages: [11, 12, 13, 11], latencies: [4, 6, 4, 5])
        let (there, back) = (Self.report(fast, slow), Self.report(slow, fast))
        for figure in RunFigure.all {
            let (one, other) = (there.comparison(of: figure), back.comparison(of: figure))
            #expect(one.a == other.b && one.b == other.a)
            #expect(one.difference.mean == other.difference.mean.map { -$0 })
            #expect(
                one.difference.interval?.lowerBound
                    == other.difference.interval.map { -$0.upperBound })
            #expect(one.lower == other.lower?.other)
        }
        #expect(there.winner == .a && back.winner == .b)
    }

    /// What a has less of than b, seed by seed, and who wins.
    static let outcomes: [(messages: Double, latency: Double, winner: RaceReport.Side?)] = [
        (1, 1, .a), (-1, -1, .b), (1, 0, .a), (0, 1, .a), (-1, 0, .b), (0, 0, nil), (1, -1, nil),
        (-1, 1, nil),
    ]

    @Test(arguments: outcomes)
    func theWinnerIsBetterInOneDecisiveFigureAndInNoneWorse(
        messages: Double, latency: Double, winner: RaceReport.Side?
    ) {
        let noise: [Double] = [0, 0.1, 0.2, 0.1]
        let report = Self.report(
            Runs(messages: noise.map { 10 + $0 }, latencies: noise.map { 20 - $0 }),
            Runs(
                messages: noise.reversed().map { 10 + $0 + messages },
                latencies: noise.reversed().map { 20 - $0 + latency }))
        #expect(report.winner == winner)
        #expect(report.onlyValid == nil)
    }

    @Test func whoHasRunsThatAreNotValidDoesNotWin() {
        let cheap = Runs(messages: [1, 1], latencies: [1, 1], isValid: false)
        let dear = Runs(messages: [9, 9], latencies: [9, 9])
        let report = Self.report(cheap, dear)
        #expect(report.winner == .b && report.onlyValid == .b)
        #expect(report.invalidSeeds(of: .a) == [0, 1] && report.invalidSeeds(of: .b).isEmpty)
        var bad = dear
        bad.isValid = false
        #expect(Self.report(cheap, bad).winner == nil)
        #expect(Self.report(cheap, bad).onlyValid == nil)
    }

    @Test func aRaceWithoutAFinishedSeedHasNoWinner() {
        let report = Self.report(
            Runs(messages: [], latencies: []), Runs(messages: [], latencies: []))
        #expect(report.winner == nil && report.onlyValid == nil)
        #expect(report.comparison(of: .messagesPerOperation).difference.count == 0)
    }
}
