import Engine
import Records
import ScenarioOptions
import Testing

@testable import GossipLab

@Suite struct TraceFileTests {
    private static func scenario(_ arguments: [String] = []) throws -> Scenario {
        try ScenarioOptions.parse(
            ["--node-count", "4", "--time-limit", "1", "--recovery", "1s"] + arguments
        ).scenario()
    }

    /// The lines of a whole trace, each with its line break.
    private static func lines(_ scenario: Scenario) -> [String] {
        var run = TracedRun(scenario)
        let notation = TraceLines(scenario)
        var bytes = Array(notation.start.utf8)
        while let entries = run.next() {
            for entry in entries { notation.append(entry, to: &bytes) }
        }
        bytes += notation.end(of: run).utf8
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { "\($0)\n" }
    }

    /// What comes of a file that says `text`, and the events that it hands over.
    private static func verify(
        _ text: String, while isWanted: (TracedRun.Progress) -> Bool = { _ in true }
    ) throws -> (verified: TraceFile.Verified?, entries: [RecordedTrace.Entry]) {
        let file = try TemporaryFile(text)
        defer { file.remove() }
        var trace = try TraceFile(path: file.path)
        var entries: [RecordedTrace.Entry] = []
        let verified = try trace.verify(while: isWanted) { entries.append($0) }
        return (verified, entries)
    }

    private static func failure(_ text: String) throws -> String {
        try #require(throws: InputFailure.self) { try verify(text) }.description
    }

    @Test(arguments: [
        ["--rate", "30"], ["--rate", "0"],
        ["--gossip-mode", "push-pull-digest", "--gossip-interval", "100ms"],
        ["--nemesis", "partition,kill,pause,loss,duplicate,clog", "--nemesis-interval", "0.1"],
        ["--network", "ideal", "--fault", "cut n3|* at 200ms for 300ms", "--loss", "0.1"],
    ])
    func aTraceIsVerifiedAndItsEventsHandedOver(arguments: [String]) throws {
        let scenario = try Self.scenario(arguments)
        let (verified, entries) = try Self.verify(Self.lines(scenario).joined())
        var simulator = Simulator(scenario, sink: RecordedTrace())
        simulator.runToEnd()
        #expect(entries == simulator.sink.entries)
        #expect(
            verified
                == TraceFile.Verified(
                    eventCount: entries.count, digest: Experiment(scenario).run().digest))
    }

    @Test func aLatencyMapIsInTheTrace() throws {
        var options = try ScenarioOptions.parse(["--node-count", "4", "--time-limit", "1"])
        try options.useLatencyMap(
            "us n1-n2\neu n0,n3\nus us 3\neu us 80\neu eu 1", called: "no.map")
        let scenario = try options.scenario()
        let file = try TemporaryFile(Self.lines(scenario).joined())
        defer { file.remove() }
        var trace = try TraceFile(path: file.path)
        #expect(trace.scenario == scenario)
        #expect(try trace.verify() != nil)
    }

    @Test func whatIsNotWantedAnyMoreIsNotVerified() throws {
        let lines = Self.lines(try Self.scenario(["--rate", "3"]))
        let (verified, entries) = try Self.verify(lines.joined()) { _ in false }
        #expect(verified == nil)
        #expect(!entries.isEmpty)
    }

    @Test func aFileThatEndsAnywhereElseIsRefused() throws {
        let lines = Self.lines(try Self.scenario(["--rate", "3"]))
        let command =
            "--node-count 4 --rate 3 --time-limit 1 --recovery 1s --seed 42'."
        for count in stride(from: lines.count - 1, to: 0, by: -9) {
            let words = try Self.failure(lines[..<count].joined())
            #expect(words.contains("ends after line \(count), and its trace does not: "))
            #expect(
                words.contains("anew with 'gossip-lab trace --output ") && words.hasSuffix(command))
            let cut = lines[..<count].joined() + lines[count].dropLast()
            #expect(try Self.failure(cut).contains(", line \(count + 1): it is cut off: "))
        }
        #expect(try Self.failure("").contains("is empty"))
    }

    @Test func everyLineThatWasEditedIsFound() throws {
        let lines = Self.lines(try Self.scenario(["--rate", "3"]))
        for place in stride(from: lines.count - 1, to: 0, by: -9) {
            var edited = lines
            edited[place] = edited[place].replacing("\"at-us\":", with: "\"at-us\":1")
            let words = try Self.failure(edited.joined())
            #expect(words.contains(", line \(place + 1): it was edited or belongs to another"))
            #expect(words.contains("\n  in the file: \(edited[place].prefix(30))"))
            #expect(words.contains("\n  in the run:  \(lines[place].prefix(30))"))
        }
        // A line that is missing, twice, or has too much is an edit too.
        for (place, other) in [(7, ""), (7, lines[7] + lines[7]), (7, " " + lines[7])] {
            var edited = lines
            edited[place] = other
            #expect(try Self.failure(edited.joined()).contains("it was edited"))
        }
    }

    @Test func theDifferenceBetweenLongLinesIsShown() throws {
        let scenario = try Self.scenario(["--gossip-mode", "push", "--gossip-interval", "500ms"])
        let lines = Self.lines(scenario)
        let place = try #require(lines.lastIndex { $0.contains("\"values\":[0,1,2") })
        var edited = lines
        edited[place] = lines[place].replacing("39,40", with: "39,\u{1b}41")
        try #require(edited[place] != lines[place])
        let words = try Self.failure(edited.joined())
        #expect(words.contains("39,\u{1b}41") && words.contains("39,40"))
        let shown: [Substring] = words.split(separator: "\n")
        #expect(shown.dropFirst().allSatisfy { $0.count < 160 })
    }

    @Test func aHeadThatIsOfNoUseSaysWhy() throws {
        let lines = Self.lines(try Self.scenario(["--rate", "3"]))
        let edits: [(of: String, to: String, reasons: [String])] = [
            ("\"trace\":1", "\"trace\":2", ["line 1: it is of trace format 2", "knows format 1"]),
            (
                "\"\(Release.version)\"", "\"0.0.9\"",
                ["from gossip-lab 0.0.9, and this is \(Release.version)", "that wrote it"]
            ),
            ("\"topology\":\"grid\"", "\"topology\":\"mesh\"", ["it must be one of grid"]),
            ("\"rate\":3,", "", ["does not have exactly the options"]),
            ("{\"trace\"", "{ \"trace\"", ["line 1: it was edited", "in the file: { \"trace"]),
            ("{\"trace\"", "{\"track\"", ["line 1: it is no head of a trace", "gossip-lab trace"]),
            ("{\"trace\"", "{\"trace", ["line 1: it is no head of a trace"]),
            ("\"seed\":42", "\"seed\":43", ["line 2: it was edited", "--seed 43"]),
        ]
        for edit in edits {
            let head = lines[0].replacing(edit.of, with: edit.to, maxReplacements: 1)
            #expect(head != lines[0], "\(edit)")
            let words = try Self.failure(head + lines[1...].joined())
            for reason in edit.reasons { #expect(words.contains(reason), "\(words)") }
        }
    }

    @Test func nothingMayComeAfterTheEnd() throws {
        let lines = Self.lines(try Self.scenario(["--rate", "3"]))
        for rest in ["\n", "x", lines.joined()] {
            let words = try Self.failure(lines.joined() + rest)
            #expect(words.contains("line \(lines.count + 1): it comes after the end of the trace"))
        }
    }
}
