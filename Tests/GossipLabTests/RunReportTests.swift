import Engine
import Foundation
import Testing

@testable import GossipLab

@Suite struct RunReportTests {
    @Test func theJSONHasMaelstromsNamesAndTheReportsFigures() throws {
        let report = Experiment(Preset.maelstromGrid.scenario).run()
        let json = try Self.parse(report)
        #expect(
            Set(json.keys) == [
                "version", "scenario", "digest", "net", "workload", "propagation", "valid?",
            ])
        let net = try #require(json["net"] as? [String: [String: Double]])
        let servers = try #require(net["servers"])
        let workload = try #require(json["workload"] as? [String: Any])
        let attempts = try #require(workload["attempt-count"] as? Double)
        #expect(servers["msg-count"] == 56 * attempts)
        let perOperation = 56 * attempts / Double(report.traffic.operationCount)
        #expect(abs((servers["msgs-per-op"] ?? 0) - perOperation) < 1e-9)
        #expect(servers["value-count"] == 56 * attempts && servers["values-per-msg"] == 1)
        #expect(servers["byte-count"] == Double(report.traffic.sentBytes))
        let bytes = Double(report.traffic.sentBytes)
        #expect(
            abs((servers["bytes-per-op"] ?? 0) - bytes / Double(report.traffic.operationCount))
                < 1e-9)
        #expect(abs((servers["bytes-per-msg"] ?? 0) - bytes / (56 * attempts)) < 1e-9)
        #expect(net["clients"]?["msgs-per-op"] == nil)
        #expect(net["all"]?["send-count"] == Double(report.traffic.clientSendCount) + 56 * attempts)
        #expect(workload["stable-count"] as? Double == attempts)
        #expect((workload["lost"] as? [Double])?.isEmpty == true)
        let stable = try #require(workload["stable-latencies"] as? [String: Double])
        #expect(Set(stable.keys) == ["0", "0.5", "0.95", "0.99", "1"])
        let propagation = try #require(json["propagation"] as? [String: Any])
        let latencies = try #require(propagation["latencies"] as? [String: Double])
        #expect(latencies["0"] == 400 && latencies["1"] == 800)
        #expect(json["valid?"] as? Bool == true)
        #expect((json["digest"] as? String)?.count == 16)
    }

    @Test func theJSONListsTheScenarioByOptionName() throws {
        let report = Experiment(Self.short(.blogFaultTolerant)).run()
        let scenario = try #require(Self.parse(report)["scenario"] as? [String: Any])
        #expect(scenario["node-count"] as? Int == 5)
        #expect(scenario["topology"] as? String == "grid")
        #expect(scenario["time-limit"] as? Int == 2)
        #expect(scenario["nemesis"] as? String == "partition")
        #expect(scenario["gossip-interval"] as? String == "2s")
        #expect(scenario["gossip-relay"] as? Bool == true)
        #expect(scenario["send-empty-batches"] as? Bool == false)
        #expect(scenario["recovery"] as? String == "10s")
        #expect(scenario["seed"] as? Int == 42)
    }

    @Test func whatWasNotMeasuredIsNull() throws {
        var scenario = Scenario()
        scenario.workload.rate = 0
        let json = try Self.parse(Experiment(scenario).run())
        let workload = try #require(json["workload"] as? [String: Any])
        #expect(workload["stable-latencies"] is NSNull)
        #expect(workload["valid?"] as? String == "unknown")
        let propagation = try #require(json["propagation"] as? [String: Any])
        #expect(propagation["latencies"] is NSNull)
        let net = try #require(json["net"] as? [String: [String: Any]])
        for figure in ["bytes-per-msg", "values-per-msg"] {
            #expect(net["servers"]?[figure] is NSNull)
        }
        let options = try #require(json["scenario"] as? [String: Any])
        #expect(options["gossip-interval"] is NSNull)
    }

    @Test func theTextTellsMessagesLatenciesAndVerdict() {
        let text = Experiment(Preset.maelstromGrid.scenario).run().text
        #expect(text.contains("56.00 per broadcast"))
        #expect(text.contains("payload      1.00 values and 68.1 bytes per message, "))
        #expect(text.contains("max 800 ms"))
        #expect(text.contains("part 1       not passed: median"))
        #expect(text.contains("repeat       gossip-lab run --seed 42"))
        #expect(text.split(separator: "\n").last?.hasPrefix("valid ") == true)
    }

    @Test func whatFaultsDidIsToldWhereTheyDidSomething() throws {
        var scenario = Self.short(.maelstromGrid)
        #expect(!Experiment(scenario).run().text.contains("toll"))
        scenario.faults = [
            ScheduledFault(.kill(.nodes(.nodes(NodeSet([NodeID(12)])))), from: .milliseconds(500))
        ]
        let report = Experiment(scenario).run()
        let down = report.traffic.downCount
        #expect(down > 0)
        #expect(report.text.contains("toll         \(down) at nodes that were down"))
        let net = try #require(Self.parse(report)["net"] as? [String: [String: Any]])
        #expect(net["servers"]?["down-count"] as? Int == down)
        #expect(net["servers"]?["cut-count"] as? Int == 0)
    }

    @Test func emptyBatchesAreCountedPerSecondOfTheNodesLife() {
        var scenario = Preset.blogHeapBatched.scenario
        // Otherwise the run ends when the slowest final read does, in the middle of an interval.
        scenario.network.delivery = .ideal
        let text = Experiment(scenario).run().text
        #expect(text.contains(" 1025.0 per second"))
    }

    @Test func theChallengeIsOnlyJudgedAtItsOwnLoad() {
        var scenario = Self.short(.maelstromGrid)
        #expect(Experiment(scenario).run().text.contains("part 2"))
        scenario.workload.rate = 99
        #expect(!Experiment(scenario).run().text.contains("part 2"))
    }

    @Test func aLostValueIsNamedInTheVerdict() {
        var scenario = Self.short(.maelstromGrid)
        scenario.network.loss = 1
        let report = Experiment(scenario).run()
        let verdict = report.text.split(separator: "\n").last ?? ""
        #expect(verdict.hasPrefix("INVALID "))
        #expect(
            verdict.contains("\(report.propagation.incomplete.count) missing at some node: 0 1"))
    }

    @Test(arguments: [
        (0.0, 0, "0"), (2.5, 0, "3"), (27.549, 2, "27.55"), (0.005, 2, "0.01"), (1.999, 2, "2.00"),
        (7.04, 1, "7.0"), (1_025, 1, "1025.0"),
    ])
    func aFixedPointNumberIsRounded(number: Double, digits: Int, text: String) {
        #expect(number.fixed(digits) == text)
    }

    private static func parse(_ report: RunReport) throws -> [String: Any] {
        let data = Data(report.json.description.utf8)
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// The preset with 2 s of operations.
    private static func short(_ preset: Preset) -> Scenario {
        var scenario = preset.scenario
        scenario.workload.timeLimit = .seconds(2)
        return scenario
    }

    @Test func aPartialReportSaysSoAndJudgesNothing() throws {
        let report = Experiment(Preset.maelstromGrid.scenario).run { $0.share < 0.5 }
        let json = try Self.parse(report)
        #expect(json["partial"] as? Bool == true)
        #expect(json["valid?"] as? String == "unknown")
        #expect(report.text.split(separator: "\n").last?.hasPrefix("PARTIAL ") == true)
        #expect(!report.text.contains("part 1"))
    }

    @Test func aFileNameWithSpacesCanBePastedIntoAShell() {
        var scenario = Scenario()
        scenario.network.latencyMap = LatencyMap(
            name: "my dc's.map", groups: ["all"], groupOfNode: Array(repeating: 0, count: 25),
            means: [[7]])
        let text = Experiment(scenario).run().text
        #expect(text.contains(#"run --latency-map 'my dc'\''s.map' --seed 42"#))
        #expect(text.contains("7 ms constant by my dc's.map"))
        #expect(!text.contains("part 1"))
    }
}
