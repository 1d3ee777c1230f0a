import Engine
import Maelstrom
import Records
import ScenarioOptions
import Testing

@testable import GossipLab

@Suite struct RunFileTests {
    /// The report on a short run with this seed.
    private static func report(seed: UInt64) -> RunReport {
        var scenario = Scenario()
        scenario.nodeCount = 5
        scenario.workload.timeLimit = .seconds(1)
        scenario.recovery = .seconds(1)
        scenario.seed = seed
        return Experiment(scenario).run()
    }

    private static func verify(
        _ text: String, while isWanted: @escaping @Sendable (Int, Double) -> Bool = { _, _ in true }
    ) throws -> RunFile.Verified? {
        let file = try TemporaryFile(text)
        defer { file.remove() }
        var lines = try NumberedLines(path: file.path)
        let first = try lines.first()
        var runs = RunFile(first, followedBy: lines)
        return try runs.verify(while: isWanted)
    }

    private static func failure(_ text: String) throws -> String {
        try #require(throws: InputFailure.self) { try verify(text) }.description
    }

    @Test func aReportOverSeveralLinesIsVerified() throws {
        let report = Self.report(seed: 3)
        let verified = try Self.verify(report.json.prettyDescription + "\n")
        #expect(
            verified
                == RunFile.Verified(
                    runCount: 1, scenario: report.scenario, digest: report.digest))
    }

    @Test(arguments: [1, 2, 256, 257])
    func reportsOnALineEachAreVerified(count: Int) throws {
        let line = RunLine(Self.report(seed: 3)).text + "\n"
        let last = Self.report(seed: 4)
        let text = String(repeating: line, count: count - 1) + RunLine(last).text + "\n"
        let verified = try Self.verify(text)
        #expect(
            verified
                == RunFile.Verified(
                    runCount: count, scenario: last.scenario, digest: last.digest))
    }

    @Test func theFirstReportThatIsWrongIsNamed() throws {
        let lines = (1...4).map { RunLine(Self.report(seed: $0)).text + "\n" }
        var edited = lines
        edited[3] = "x\n"
        #expect(try Self.failure(edited.joined()).contains(", line 4: it is no JSON"))
        edited[2] = lines[2].replacing("\"recv-count\":", with: "\"recv-count\":1")
        let words = try Self.failure(edited.joined())
        #expect(words.contains(", line 3: it was edited"))
        #expect(words.contains("gossip-lab run --format ndjson") && words.contains("--seed 3'"))
        #expect(words.contains("\"recv-count\":1"))
        edited[1] = String(lines[1].dropLast())
        #expect(try Self.failure(edited[..<2].joined()).contains(", line 2: it is cut off"))
    }

    @Test func aLineOfALongReportThatIsWrongIsNamed() throws {
        let lines = Self.report(seed: 3).json.prettyDescription.split(separator: "\n")
        let place = try #require(lines.firstIndex { $0.contains("lost-count") })
        var edited = lines
        edited[place] += " "
        let words = try Self.failure(edited.joined(separator: "\n") + "\n")
        #expect(words.contains(", line \(place + 1): it was edited"))
        #expect(words.contains("gossip-lab run --format json"))
    }

    @Test func whatIsNoWholeRunOfThisProgramIsRefused() throws {
        let line = RunLine(Self.report(seed: 3)).text + "\n"
        for (text, reason) in [
            ("{\n", "cut off"), ("version,node-count\n", "no JSON"),
            ("[]\n", "no run of gossip-lab"),
            (line.replacing("}\n", with: ",\"partial\":true}\n"), "ended before its time"),
            (line.replacing(Release.version, with: "0.0.9"), "from gossip-lab 0.0.9"),
        ] {
            #expect(try Self.failure(text).contains(", line 1: it"))
            #expect(try Self.failure(text).contains(reason))
        }
    }

    @Test func whatIsNotWantedAnyMoreIsNotVerified() throws {
        let line = RunLine(Self.report(seed: 3)).text + "\n"
        #expect(try Self.verify(line) { _, _ in false } == nil)
    }
}
