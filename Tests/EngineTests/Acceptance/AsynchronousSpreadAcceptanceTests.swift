import Engine
import TestSupport
import Testing

/// ACCEPTANCE B: exact expectations for the complete graph of 25 nodes, within 4 standard errors.
struct AsynchronousSpreadAcceptanceTests {
    private static let nodeCount = 25

    /// B.1: with exponential latencies of mean L a typical node learns after H_24/24 L.
    ///
    /// While k nodes hold the value, the next learns at rate k(n-k)/L. The j-th such gap delays n-j
    /// of the n-1 others, so the mean over them has variance (L/(n-1))² times the sum of 1/j².
    @Test func floodOnTheCompleteGraphReachesATypicalNodeInAHarmonicShareOfTheLatency() {
        // Long enough that rounding down to whole milliseconds does not show.
        let mean = 100_000
        var scenario = Scenario.idle
        scenario.topology = .total
        scenario.network.delivery = .ideal
        scenario.network.latency = LatencyModel(meanMilliseconds: mean, distribution: .exponential)
        let others = Double(Self.nodeCount - 1)
        let sample = Sample(
            values: (1...UInt64(LongTests.areWanted ? 2_000 : 100)).map { seed in
                scenario.seed = seed
                let delays = SpreadRun(scenario).learnedAfter.map(\.inMilliseconds)
                return delays.reduce(0, +) / others / Double(mean)
            })
        let harmonic = (1..<Self.nodeCount).reduce(0) { $0 + 1 / Double($1) }
        let squares = (1..<Self.nodeCount).reduce(0) { $0 + 1 / Double($1 * $1) }
        #expect(abs(harmonic / others - 0.1573) < 0.000_05)
        sample.expectMean(harmonic / others, variance: squares / (others * others))
    }

    /// B.2 and B.3; pull is push seen from the other side, and a digest changes no one's knowledge.
    static let figures: [(AntiEntropy.Mode, mean: Double, deviation: Double)] = [
        (.push, 7.2498, 1.874), (.pull, 7.2498, 1.874),
        (.pushPull, 3.6249, 0.937), (.pushPullDigest, 3.6249, 0.937),
    ]

    /// While k nodes hold the value, the next learns at rate k(n-k)/(n-1) in each direction: the
    /// time until all hold it is a sum of independent exponential gaps, whose fourth cumulants are
    /// 6 times the fourth powers of their means.
    @Test(arguments: figures)
    func withPoissonClocksAllAreInformedAfterTheSumOfExponentialGaps(
        mode: AntiEntropy.Mode, mean: Double, deviation: Double
    ) {
        let directions = mode == .push || mode == .pull ? 1.0 : 2.0
        let gaps = (1..<Self.nodeCount).map {
            Double(Self.nodeCount - 1) / Double($0 * (Self.nodeCount - $0)) / directions
        }
        let expected = gaps.reduce(0, +)
        let variance = gaps.reduce(0) { $0 + $1 * $1 }
        #expect(abs(expected - mean) < 0.000_05)
        #expect(abs(variance.squareRoot() - deviation) < 0.000_6)

        var antiEntropy = AntiEntropy(mode, every: .seconds(1), fanout: 1)
        antiEntropy.clock = .poisson
        let runCount: UInt64 = LongTests.areWanted ? 10_000 : 150
        let sample = Sample(
            values: (1...runCount).map { seed in
                let run = SpreadRun(
                    SpreadRun.scenario(latency: 0, antiEntropy: antiEntropy, seed: seed))
                return run.learnedAfter.last?.inSeconds ?? .infinity
            })
        sample.expectMean(expected, variance: variance)
        let fourthCumulant = gaps.reduce(0) { $0 + 6 * $1 * $1 * $1 * $1 }
        let error =
            (fourthCumulant / Double(runCount)
            + 2 * variance * variance / Double(runCount - 1)).squareRoot()
        #expect(
            abs(sample.variance - variance) < 4 * error,
            "variance \(sample.variance) of \(runCount) runs, expected \(variance), standard error \(error)"
        )
    }
}
