import Engine
import Maelstrom
import ScenarioOptions
import TestSupport
import Testing

@testable import GossipLab

@Suite struct RunLineTests {
    private static func scenario(_ arguments: String) throws -> Scenario {
        try ScenarioOptions.parse(
            arguments.split(separator: " ").map { word in
                String(word.map { $0 == "_" ? " " : $0 })
            }
        ).scenario()
    }

    private static let short = "--node-count 5 --time-limit 1 --recovery 1s"

    @Test(arguments: [
        "", "--topology heap --batch-interval 50ms --send-empty-batches",
        "--gossip-mode push-pull-digest --gossip-interval 200ms --gossip-fanout 2 --no-gossip-relay",
        "--dissemination infect-and-die --dissemination-fanout 3 --loss 0.125",
        "--nemesis kill,partition --nemesis-interval 0.5 --network ideal",
        "--fault cut_n3|*_at_200ms_for_300ms --fault kill_n1_at_100ms --fault restart_at_300ms",
        "--latency-dist exponential --seed 18446744073709551615 --rate 12.5",
        "--rate 0",
    ])
    func aLineSaysWhatTheReportSaid(arguments: String) throws {
        let report = Experiment(try Self.scenario("\(Self.short) \(arguments)")).run()
        let line = RunLine(report)
        #expect(!line.text.contains("\n"))
        let read = try RunLine(parsing: line.text)
        #expect(read.scenario == report.scenario)
        #expect(read.outcome == RunOutcome(report))
        #expect(read.text == line.text)
    }

    @Test func aLatencyMapIsInTheLine() throws {
        var options = try ScenarioOptions.parse(["--node-count", "4", "--time-limit", "1"])
        try options.useLatencyMap(
            "us n1-n2\neu n0,n3\nus us 3\neu us 80\nus eu 90\neu eu 1", called: "no/such file.map")
        let scenario = try options.scenario()
        let read = try RunLine(parsing: RunLine(Experiment(scenario).run()).text)
        #expect(read.scenario == scenario)
    }

    @Test(arguments: [
        ("", "it is no JSON: byte 0: expected a value, found the end"),
        ("{\"version\":\"0.1.0\"", "it is no JSON"),
        ("{}", "'version' is missing or wrong"),
        ("[]", "'version' is missing or wrong"),
        ("{\"version\":\"0.0.9\\u001b\"}", "from gossip-lab 0.0.9\\u{1b}"),
    ])
    func whatIsNoRunSaysWhy(text: String, reason: String) {
        let error = #expect(throws: RunLine.Failure.self) { try RunLine(parsing: text) }
        #expect("\(error, default: "")".contains(reason), "\(String(describing: error))")
    }

    /// Every member that reading needs is missed, or its change noticed.
    @Test func anEditedLineSaysWhatIsWrong() throws {
        let line = RunLine(Experiment(try Self.scenario(Self.short)).run()).text
        let edits: [(of: String, to: String, reason: String)] = [
            ("\"node-count\":5", "\"node-count\":0", "whole number from 1"),
            ("\"topology\":\"grid\"", "\"topology\":\"mesh\"", "it must be one of"),
            ("\"node-count\":5", "\"node-size\":5", "Unknown option '--node-size'"),
            ("\"rate\":100,", "", "does not have exactly the options"),
            ("\"rate\":100", "\"rate\":100.0", "does not have exactly the options"),
            ("\"rate\":100", "\"rate\":{}", "the scenario"),
            ("\"digest\":\"", "\"digest\":\"x", "'digest' is missing or wrong"),
            ("\"valid?\":true}", "\"valid?\":1}", "'valid?' is missing or wrong"),
            ("\"msgs-per-op\"", "\"msgs\"", "'net.servers.msgs-per-op' is missing"),
            ("\"0.95\"", "\"95\"", "0.95' is missing or wrong"),
            ("\"valid?\":true}", "\"valid?\":true,\"partial\":true}", "ended before its time"),
        ]
        for edit in edits {
            let edited = line.replacingLast(edit.of, with: edit.to)
            #expect(edited != line, "\(edit)")
            let error = #expect(throws: RunLine.Failure.self) { try RunLine(parsing: edited) }
            #expect("\(error, default: "")".contains(edit.reason), "\(String(describing: error))")
        }
    }
}

extension String {
    fileprivate func replacingLast(_ old: String, with new: String) -> String {
        guard let range = ranges(of: old).last else { return self }
        return replacingCharacters(in: range, with: new)
    }

    private func replacingCharacters(in range: Range<Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}
