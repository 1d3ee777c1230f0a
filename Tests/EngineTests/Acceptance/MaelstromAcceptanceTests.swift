import Engine
import TestSupport
import Testing

/// ACCEPTANCE D.1: what real Maelstrom runs measured, as means of several seeds: 20 when
/// GOSSIP_LONG_TESTS is set, 3 otherwise.
///
/// 25 nodes, 100 op/s for 20 s, 100 ms. Latencies are stable ones in milliseconds.
struct MaelstromAcceptanceTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let topology: Topology
        var distribution = LatencyModel.Distribution.constant
        var batching = Batching.eager
        var antiEntropy: AntiEntropy?
        /// Messages per broadcast; exact without batches.
        var perBroadcast: Double?
        /// Messages per second of node life.
        var perSecond: Double?
        let median: Double
        let p95: Double
        let maximum: Double

        var testDescription: String { name }

        var scenario: Scenario {
            var scenario = Scenario()
            scenario.topology = topology
            scenario.network.latency.distribution = distribution
            scenario.broadcastProtocol.batching = batching
            scenario.broadcastProtocol.antiEntropy = antiEntropy
            return scenario
        }
    }

    static let rows: [Row] = [
        Row(name: "grid", topology: .grid, perBroadcast: 56, median: 450, p95: 675, maximum: 784),
        Row(
            name: "grid, exponential", topology: .grid, distribution: .exponential,
            perBroadcast: 56, median: 222, p95: 440, maximum: 678),
        Row(name: "tree4", topology: .tree4, perBroadcast: 24, median: 358, p95: 486, maximum: 509),
        Row(
            name: "line", topology: .line, perBroadcast: 24, median: 1_521, p95: 2_193,
            maximum: 2_380),
        Row(
            name: "heap, 50 ms, none when empty", topology: .heap,
            batching: .every(.milliseconds(50), sendsEmpty: false), perBroadcast: 18.8,
            median: 478, p95: 597, maximum: 667),
        Row(
            name: "heap, 50 ms, empty ones too", topology: .heap,
            batching: .every(.milliseconds(50), sendsEmpty: true), perSecond: 1_000,
            median: 472, p95: 591, maximum: 642),
        Row(
            name: "the article's node", topology: .heap,
            batching: .every(.milliseconds(50), sendsEmpty: true),
            antiEntropy: .push(every: .seconds(5), fanout: 5, relays: true),
            perSecond: 1_025, median: 499, p95: 635, maximum: 686),
    ]

    @Test(arguments: rows)
    func meansAgreeWithTheMeasuredRun(row: Row) throws {
        let seedCount: UInt64 = LongTests.areWanted ? 20 : 3
        var medians: [Double] = []
        var p95s: [Double] = []
        var maxima: [Double] = []
        var perBroadcast: [Double] = []
        var perSecond: [Double] = []
        for seed in 1...seedCount {
            var scenario = row.scenario
            scenario.seed = seed
            let report = Experiment(scenario).run()
            #expect(report.isValid)
            let stable = Quantiles(sorted: report.workload.stableLatencies)
            medians.append(Double(try #require(stable[0.5])))
            p95s.append(Double(try #require(stable[0.95])))
            maxima.append(Double(try #require(stable[1])))
            perBroadcast.append(try #require(report.traffic.messagesPerBroadcast))
            perSecond.append(Double(report.traffic.serverSendCount) / report.duration.inSeconds)
        }
        expectClose(medians, to: row.median, "median")
        expectClose(p95s, to: row.p95, "95 %")
        expectClose(maxima, to: row.maximum, "maximum")
        if let expected = row.perBroadcast, row.batching == .eager {
            #expect(perBroadcast.allSatisfy { $0 == expected })
        } else if let expected = row.perBroadcast {
            expectClose(perBroadcast, to: expected, "messages per broadcast")
        }
        if let expected = row.perSecond {
            expectClose(perSecond, to: expected, "messages per second", tolerance: 0.03)
        }
    }

    /// Few seeds miss their true mean by their standard error, so four of them are granted as well.
    private func expectClose(
        _ samples: [Double], to measured: Double, _ name: String, tolerance: Double = 0.1
    ) {
        let count = Double(samples.count)
        let mean = samples.reduce(0, +) / count
        let squares = samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let standardError = (squares / (count - 1) / count).squareRoot()
        let bound = tolerance * measured + (LongTests.areWanted ? 0 : 4 * standardError)
        #expect(
            abs(mean - measured) <= bound,
            "\(name): \(mean) simulated, \(measured) measured, bound \(bound)")
    }
}
