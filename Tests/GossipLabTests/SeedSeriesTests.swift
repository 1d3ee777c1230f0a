import Engine
import Foundation
import Synchronization
import Testing

@testable import GossipLab

@Suite struct SeedSeriesTests {
    /// A second of a small cluster that loses so much that some runs fail.
    private static var scenario: Scenario {
        var scenario = Scenario()
        scenario.nodeCount = 5
        scenario.workload.timeLimit = .seconds(1)
        scenario.network.loss = 0.01
        return scenario
    }

    private static let series = SeedSeries(scenario: scenario, count: 12)

    @Test func theRunsAreThoseThatOneAfterTheOtherWouldGive() {
        let expected = (0..<12).map { index in
            var scenario = Self.scenario
            scenario.seed += UInt64(index)
            return RunOutcome(Experiment(scenario).run())
        }
        let report = Self.series.run { _ in true }
        #expect(report.outcomes == expected)
        #expect(!report.isPartial)
    }

    @Test func anEndedSeriesReportsTheFirstRunsWithoutAGap() throws {
        let report = Self.series.run { progress in progress().finishedCount < 4 }
        #expect(report.isPartial)
        #expect(report.outcomes.count < 12)
        let whole = Self.series.run { _ in true }
        #expect(report.outcomes == Array(whole.outcomes.prefix(report.outcomes.count)))
        let json = try Self.parse(report)
        #expect(json["partial"] as? Bool == true)
        #expect(report.text.contains("PARTIAL"))
        #expect(report.text.contains("of 12 runs"))
    }

    @Test func aSeriesEndedBeforeAnyRunHasNoMeans() throws {
        let report = Self.series.run { _ in false }
        let means = try #require(Self.parse(report)["means"] as? [String: [String: Any]])
        #expect(means["servers.msgs-per-op"]?["mean"] is NSNull)
        #expect(means["valid-share"]?["count"] as? Int == 0)
        #expect(report.text.contains("no run finished"))
    }

    @Test func progressCountsRunsAndDeliveries() {
        let last = Mutex(RunPool.Progress())
        _ = Self.series.run { progress in
            last.withLock { $0 = progress() }
            return true
        }
        #expect(last.withLock(\.finishedCount) >= 10)
        let progress = RunPool.Progress(
            finishedCount: 7, deliveryCount: 12_000_000,
            running: [7: RunProgress(share: 0.5, deliveryCount: 340_000)])
        #expect(progress.text(count: 20) == "7 of 20 runs, 37 %, 12.3 million deliveries")
    }

    @Test func theJSONHasTheMeanAndTheIntervalOfEveryFigure() throws {
        let report = Self.series.run { _ in true }
        let json = try Self.parse(report)
        #expect(
            Set(json.keys)
                == ["scenario", "seeds", "digests", "means", "invalid-seeds", "valid?"])
        #expect(json["seeds"] as? [String: Int] == ["first": 42, "count": 12])
        #expect((json["digests"] as? [String])?.count == 12)
        let means = try #require(json["means"] as? [String: [String: Double]])
        let shares = ["0", "0.5", "0.95", "0.99", "1"]
        #expect(
            Set(means.keys)
                == Set(
                    [
                        "servers.msgs-per-op", "servers.msgs-per-broadcast",
                        "servers.msgs-per-second", "servers.bytes-per-op", "workload.lost-count",
                        "propagation.incomplete-count", "valid-share",
                    ] + shares.map { "propagation.latencies.\($0)" }
                        + shares.map { "workload.stable-latencies.\($0)" }))
        let perOperation = try #require(means["servers.msgs-per-op"])
        let (low, mean) = (try #require(perOperation["low"]), try #require(perOperation["mean"]))
        let high = try #require(perOperation["high"])
        #expect(low < mean && mean < high && perOperation["count"] == 12)
        #expect(abs((mean - low) - (high - mean)) < 1e-9)
        #expect(json["invalid-seeds"] as? [UInt64] == report.invalidSeeds)
        #expect(json["valid?"] as? Bool == report.isValid)
    }

    @Test func theTextNamesTheFirstFailuresAndTheCommandThatRepeatsOne() throws {
        var lossy = Self.scenario
        lossy.network.loss = 1
        let text = SeedSeries(scenario: lossy, count: 7).run { _ in true }.text
        #expect(text.contains("INVALID      7 of 7 runs: seeds 42 43 44 45 46 …"))
        let lines = text.split(separator: "\n")
        #expect(
            lines.last
                == "look at one  gossip-lab run --node-count 5 --time-limit 1 --loss 1 --seed 42")
        #expect(text.contains("gossip-lab run --seeds 7 --node-count 5"))
    }

    @Test func intervalsBelowZeroAreWrittenAsSuch() {
        #expect((-0.254).fixed(2) == "-0.25")
        #expect((-12.5).fixed(1) == "-12.5")
        #expect((-0.001).fixed(2) == "0.00")
        #expect(3.996.fixed(2) == "4.00")
    }

    private static func parse(_ report: SeriesReport) throws -> [String: Any] {
        let json = Data(report.json.prettyDescription.utf8)
        return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    }
}
