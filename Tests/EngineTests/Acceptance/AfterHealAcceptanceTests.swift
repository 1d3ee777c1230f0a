import Engine
import TestSupport
import Testing

/// ACCEPTANCE D.2: a value known only to a formerly isolated node at the heal, and who holds it 10
/// s later.
struct AfterHealAcceptanceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let mode: AntiEntropy.Mode
        let seconds: Int64
        let fanout: Int
        let relays: Bool
        /// The share of runs in which every node holds the value.
        let share: Double

        var testDescription: String {
            "\(mode.rawValue) every \(seconds) s with \(fanout), \(relays ? "" : "not ")relayed"
        }

        var antiEntropy: AntiEntropy {
            var antiEntropy = AntiEntropy(mode, every: .seconds(seconds), fanout: fanout)
            antiEntropy.relays = relays
            return antiEntropy
        }
    }

    static let cases: [Case] = [
        Case(mode: .push, seconds: 2, fanout: 2, relays: false, share: 0.96),
        Case(mode: .push, seconds: 5, fanout: 5, relays: false, share: 0.88),
        Case(mode: .push, seconds: 2, fanout: 2, relays: true, share: 1),
        Case(mode: .push, seconds: 5, fanout: 5, relays: true, share: 1),
        Case(mode: .pushPull, seconds: 2, fanout: 2, relays: false, share: 1),
        Case(mode: .pushPull, seconds: 5, fanout: 5, relays: false, share: 1),
        Case(mode: .pushPullDigest, seconds: 2, fanout: 2, relays: false, share: 1),
        Case(mode: .pushPullDigest, seconds: 5, fanout: 5, relays: false, share: 1),
    ]

    @Test(arguments: cases)
    func tenSecondsAfterAHealAFormerlyIsolatedNodesValueHasReachedAll(expected: Case) {
        let isRare = expected.share < 1
        let runCount = LongTests.areWanted ? (isRare ? 10_000 : 1_000) : (isRare ? 100 : 20)
        let complete = (1...runCount).count { seed in
            Self.reachesAll(expected.antiEntropy, seed: UInt64(seed))
        }
        let share = Double(complete) / Double(runCount)
        let error = (expected.share * (1 - expected.share) / Double(runCount)).squareRoot()
        // A flood from the first push on is certain to be in time; the other figures are given to 1
        // %.
        let bound = expected.relays ? 0 : 0.01 + 4 * error
        #expect(
            abs(share - expected.share) <= bound,
            "\(share) of \(runCount) runs, expected \(expected.share), standard error \(error)")
    }

    /// Whether a value that was accepted in isolation is everywhere 10 s after the heal.
    private static func reachesAll(_ antiEntropy: AntiEntropy, seed: UInt64) -> Bool {
        var scenario = Scenario.idle
        scenario.network.delivery = .ideal
        scenario.broadcastProtocol.antiEntropy = antiEntropy
        scenario.seed = seed
        var simulator = Simulator(scenario, sink: Learners())
        simulator.apply(.partition(.one))
        let links = simulator.blockedLinks
        let isolated = (0..<25).first { node in
            (0..<25).allSatisfy { $0 == node || links.contains(from: NodeID(node), to: NodeID($0)) }
        }
        simulator.apply(.broadcast(at: NodeID(isolated ?? 0)))
        let heal = Instant(microseconds: 500_000)
        simulator.run(until: heal)
        precondition(simulator.sink.instants.count == 1, "the value left an isolated node")
        simulator.apply(.heal)
        let run = SpreadRun(&simulator, since: heal, limit: .seconds(10))
        return run.learnedAfter.count == scenario.nodeCount
    }
}
