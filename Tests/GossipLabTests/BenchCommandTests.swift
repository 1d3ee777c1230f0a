import Engine
import Foundation
import Testing

@testable import GossipLab

@Suite struct BenchCommandTests {
    /// Grids with their links counted by hand: whole squares, short last rows, a single row.
    @Test(arguments: [(2, 1), (3, 2), (5, 5), (7, 8), (9, 12), (23, 36), (25, 40), (30, 49)])
    func aFloodDeliversWhatTheLinksOfItsGridDemand(nodeCount: Int, linkCount: Int) {
        let flood = BenchCommand.Flood(nodeCount: nodeCount, valueCount: 30)
        #expect(flood.expectedDeliveryCount == 30 * (2 * linkCount - (nodeCount - 1)))
        #expect(flood.deliveryCount == flood.expectedDeliveryCount)
        #expect(flood.completeCount == 30)
        #expect(flood.isExact)
    }

    @Test func theClusterIsBuiltBeforeAnythingIsSent() {
        let flood = GridFlood(nodeCount: 25, valueCount: 2)
        #expect(flood.deliveryCount == 0)
        #expect(flood.completeCount == 0)
        #expect(flood.expectedDeliveryCount == 112)
    }

    @Test func theJSONReportCarriesTheCounts() throws {
        let report = BenchCommand.Report(
            floods: [BenchCommand.Flood(nodeCount: 25, valueCount: 3)],
            preset: BenchCommand.PresetRun())
        let data = Data(report.json.description.utf8)
        let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let floods = try #require(json["floods"] as? [[String: Any]])
        #expect(floods.count == 1)
        #expect(floods[0]["node-count"] as? Int == 25)
        #expect(floods[0]["delivery-count"] as? Int == 168)
        let preset = try #require(json["preset"] as? [String: Any])
        #expect(preset["name"] as? String == "maelstrom-grid")
        #expect(preset["msgs-per-broadcast"] as? Double == 56)
        #expect(json["valid?"] as? Bool == true)
    }

    @Test func theTextReportHasOneLineForEachMeasurementAndTheVerdictLast() {
        let report = BenchCommand.Report(
            floods: [
                BenchCommand.Flood(nodeCount: 4, valueCount: 1),
                BenchCommand.Flood(nodeCount: 25, valueCount: 1),
            ], preset: nil)
        let lines = report.text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix(" 4 nodes    5 deliveries "))
        #expect(lines[1].hasPrefix("25 nodes   56 deliveries "))
        #expect(lines[2].hasPrefix("valid"))
    }

    @Test func oneFloodCanBeAskedFor() async throws {
        let result = await #expect(
            processExitsWith: .exitCode(0), observing: [\.standardOutputContent]
        ) {
            GossipLab.runAndExit(["bench", "--node-count", "100", "--value-count", "7"])
        }
        let words = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
        #expect(words.contains("100 nodes   1827 deliveries"))
        #expect(!words.contains("maelstrom-grid"))
    }

    @Test(arguments: [
        (["--node-count", "1"], "it must be a whole number from 2 to 1000000"),
        (["--node-count", "-1"], "'--node-count <n>': it must be a whole number from 2"),
        (["--node-count", "x"], "'--node-count <n>': it must be a whole number from 2"),
        (["--node-count", "1000001"], "'--node-count <n>': it must be a whole number from 2"),
        (["--node-count", "9", "--value-count", "0"], "'--value-count <n>': it must be a whole"),
        (["--value-count", "9"], "--node-count too"),
        (["--large", "--node-count", "9"], "leave out --node-count"),
    ])
    func wrongOptionsAreNamed(arguments: [String], words: String) {
        let error = #expect(throws: (any Error).self) { try BenchCommand.parse(arguments) }
        let message = error.map { BenchCommand.message(for: $0) } ?? ""
        #expect(message.contains(words), "\(message)")
    }
}
