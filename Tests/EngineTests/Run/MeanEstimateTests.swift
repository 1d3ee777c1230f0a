import Testing

@testable import Engine

struct MeanEstimateTests {
    /// Degrees of freedom and the quantile at 97.5 %, as printed in tables of the distribution.
    static let published: [(Int, Double)] = [
        (1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (5, 2.571), (6, 2.447), (7, 2.365),
        (8, 2.306), (9, 2.262), (10, 2.228), (11, 2.201), (12, 2.179), (13, 2.160), (14, 2.145),
        (15, 2.131), (16, 2.120), (17, 2.110), (18, 2.101), (19, 2.093), (20, 2.086), (24, 2.064),
        (29, 2.045), (30, 2.042), (40, 2.021), (60, 2.000), (120, 1.980), (100_000, 1.960),
    ]

    @Test(arguments: published)
    func studentsQuantilesAreThoseOfTheTables(freedom: Int, quantile: Double) {
        #expect(abs(StudentT.quantile975(freedom: freedom) - quantile) <= 0.000_5)
    }

    /// To more digits, from another implementation (scipy.stats.t.ppf), around the end of the
    /// table.
    @Test(arguments: [
        (10, 2.228138851986274), (11, 2.200985160091639), (12, 2.1788128296672284),
        (19, 2.0930240544083087), (99, 1.9842169515864174), (999, 1.9623414611334493),
    ])
    func studentsQuantilesAreGoodToFiveDigits(freedom: Int, quantile: Double) {
        #expect(abs(StudentT.quantile975(freedom: freedom) - quantile) < 1e-5)
    }

    @Test func aSmallSampleHasTheIntervalWorkedOutByHand() throws {
        // Mean 2.5, variance 5/3, standard error sqrt(5/12) = 0.645497; times t(3) = 3.182446.
        let estimate = MeanEstimate(of: [1, 2, 3, 4])
        let interval = try #require(estimate.interval)
        #expect(estimate.count == 4)
        #expect(estimate.mean == 2.5)
        #expect(abs(interval.lowerBound - 0.445739743) < 1e-8)
        #expect(abs(interval.upperBound - 4.554260257) < 1e-8)
    }

    @Test func largeNumbersThatHardlyDifferKeepTheirDigits() throws {
        let interval = try #require(
            MeanEstimate(of: [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4]).interval)
        #expect(abs(interval.lowerBound - 1e9 - 0.445739743) < 1e-6)
    }

    @Test func equalElementsLeaveNoDoubt() {
        let estimate = MeanEstimate(of: Array(repeating: 0.1, count: 7))
        #expect(estimate.mean == 0.1)
        #expect(estimate.interval == 0.1...0.1)
    }

    @Test func oneElementHasNoIntervalAndNoneHasNoMean() {
        #expect(MeanEstimate(of: [3]).mean == 3)
        #expect(MeanEstimate(of: [3]).interval == nil)
        #expect(MeanEstimate(of: []).mean == nil)
        #expect(MeanEstimate(of: []).count == 0)
        #expect(MeanEstimate(successCount: 0, of: 0).interval == nil)
    }

    @Test func ninetyFivePercentOfTheIntervalsHoldTheTrueMean() {
        var random = RandomStream(seed: 5, purpose: .network)
        let trials = 10_000
        let hits = (0..<trials).count { _ in
            let sample = (0..<5).map { _ in
                // Nearly normal around 0: the sum of twelve uniform numbers.
                Double((0..<12).reduce(0) { sum, _ in sum + random.integer(below: 1_001) - 500 })
            }
            return MeanEstimate(of: sample).interval?.contains(0) == true
        }
        let bound = 4 * (0.95 * 0.05 / Double(trials)).squareRoot()
        #expect(abs(Double(hits) / Double(trials) - 0.95) < bound, "\(hits) hits, ± \(bound)")
    }

    /// Newcombe, "Two-sided confidence intervals for the single proportion", 1998, method 3.
    @Test(arguments: [
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ])
    func theIntervalOfAShareIsWilsons(successes: Int, total: Int, low: Double, high: Double) throws
    {
        let interval = try #require(MeanEstimate(successCount: successes, of: total).interval)
        #expect(abs(interval.lowerBound - low) <= 0.000_05)
        #expect(abs(interval.upperBound - high) <= 0.000_05)
    }

    @Test func aShareOfAllStillLeavesDoubt() {
        #expect(MeanEstimate(successCount: 20, of: 20).mean == 1)
        let low = MeanEstimate(successCount: 20, of: 20).interval?.lowerBound ?? 1
        #expect(abs(low - (1 - 0.1611)) <= 0.000_05)
    }
}
