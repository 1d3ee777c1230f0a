import Engine
import TestSupport
import Testing

/// ACCEPTANCE C: push in synchronous rounds on the complete graph, within 4 standard errors; and
/// infect-and-die, which needs no rounds.
struct RoundsAcceptanceTests {
    /// A cluster, how many runs of it there are in the short and in the long form, and what is
    /// expected of the mean number of rounds.
    struct Case: Sendable, CustomTestStringConvertible {
        let nodeCount: Int
        var fanout = 1
        let shortRuns: Int
        let longRuns: Int
        /// The bounds of the expectation.
        let bounds: ClosedRange<Double>
        /// The expectation itself, as published: to about a tenth.
        var about: Double?

        var testDescription: String { "\(nodeCount) nodes, fan-out \(fanout)" }
        var runs: Int { LongTests.areWanted ? longRuns : shortRuns }
        /// The chain's cost grows with the cube of the nodes.
        var hasExactLaw: Bool { nodeCount <= 100 }
    }

    /// C.1: floor(log2 n) + ln n - 1.116 <= E[T] <= ceil(log2 n) + ln n + 2.765 (Doerr and
    /// Künnemann).
    static let push: [Case] = [
        Case(nodeCount: 25, shortRuns: 100, longRuns: 4_000, bounds: 6.103...10.984, about: 8.7),
        Case(nodeCount: 100, shortRuns: 20, longRuns: 1_000, bounds: 9.489...14.371, about: 12.2),
        Case(nodeCount: 1_000, shortRuns: 2, longRuns: 100, bounds: 14.791...19.673, about: 18.0),
        Case(nodeCount: 10_000, shortRuns: 0, longRuns: 10, bounds: 21.094...25.976, about: 23.5),
    ]

    /// C.2: log base (1+F) of n, plus ln n / F, plus 0...2.
    static let fanouts: [Case] = [
        Case(nodeCount: 25, fanout: 2, shortRuns: 50, longRuns: 2_000, bounds: 4.539...6.540),
        Case(nodeCount: 25, fanout: 4, shortRuns: 50, longRuns: 2_000, bounds: 2.804...4.805),
        Case(nodeCount: 100, fanout: 3, shortRuns: 10, longRuns: 500, bounds: 4.856...6.858),
        Case(nodeCount: 1_000, fanout: 5, shortRuns: 1, longRuns: 50, bounds: 5.236...7.238),
    ]

    @Test(arguments: push + fanouts)
    func synchronousPushInformsAllInTheRoundsThatTheoryExpects(expected: Case) {
        guard expected.runs > 0 else { return }
        var antiEntropy = AntiEntropy(.push, every: .seconds(1), fanout: expected.fanout)
        antiEntropy.clock = .synchronous
        let sample = Sample(
            values: (1...expected.runs).map { seed in
                let run = SpreadRun(
                    SpreadRun.scenario(
                        nodeCount: expected.nodeCount, latency: 1, antiEntropy: antiEntropy,
                        seed: UInt64(seed)))
                return run.learnedAfter.last?.inSeconds.rounded(.down) ?? .infinity
            })
        guard expected.hasExactLaw else {
            // Larger clusters need more rounds, but hardly spread them further: 100 nodes'
            // variance.
            let variance = RandomSenders(nodeCount: 100, fanout: expected.fanout).rounds.variance
            let about = expected.about.map { $0 - 0.15...$0 + 0.15 }
            sample.expectMean(in: about ?? expected.bounds, variance: variance)
            return
        }
        let law = RandomSenders(nodeCount: expected.nodeCount, fanout: expected.fanout).rounds
        #expect(expected.bounds.contains(law.mean), "\(law.mean)")
        if let about = expected.about { #expect(abs(law.mean - about) < 0.15, "\(law.mean)") }
        sample.expectMean(law.mean, variance: law.variance)
    }

    @Test(arguments: [(25, 1), (25, 2), (25, 3), (100, 4)])
    func infectAndDieReachesTheShareOfTheClusterThatItsFanoutExpects(nodeCount: Int, fanout: Int) {
        let reach = RandomSenders(nodeCount: nodeCount, fanout: fanout).reach
        var scenario = Scenario.idle
        scenario.nodeCount = nodeCount
        scenario.network.delivery = .ideal
        scenario.broadcastProtocol.dissemination = .infectAndDie(fanout: fanout)
        var counts: [Double] = []
        var seedsWithOtherCosts: [UInt64] = []
        for seed in 1...UInt64(LongTests.areWanted ? 4_000 : 100) {
            scenario.seed = seed
            let run = SpreadRun(scenario)
            counts.append(Double(run.learnedAfter.count))
            // A run that reached all was stopped before the last ones sent.
            let isOver = run.learnedAfter.count < nodeCount
            if isOver && run.messageCount != fanout * run.learnedAfter.count {
                seedsWithOtherCosts.append(seed)
            }
        }
        #expect(seedsWithOtherCosts.isEmpty, "every infected node sends \(fanout) messages")
        Sample(values: counts).expectMean(reach.mean, variance: reach.variance)
    }
}
