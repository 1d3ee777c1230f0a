import Engine
import Maelstrom
import Records
import ScenarioOptions

/// A trace in a file, which is held against a new run of its scenario.
///
/// The file is read as the run goes on, so it may be of any length, and a pipe.
struct TraceFile: ~Copyable {
    /// What came of a file that is in every line as it should be.
    struct Verified: Equatable {
        /// How many events it has.
        let eventCount: Int
        /// The fingerprint of the run.
        let digest: UInt64
    }

    /// What was run.
    let scenario: Scenario
    /// The command that makes the file as it should be.
    private let command: String
    private var lines: NumberedLines

    /// Opens the file at `path`, `-` for standard input, and reads its head.
    init(path: String) throws(InputFailure) {
        var lines = try NumberedLines(path: path)
        let first = try lines.first()
        guard let head = try? JSONValue(parsing: first.bytes[...]), TraceHead.isHead(head) else {
            throw lines.failure(
                "it is no head of a trace",
                remedy: "give a file that 'gossip-lab trace' wrote")
        }
        try self.init(head, first, followedBy: lines)
    }

    /// The trace that begins with the line `first`, which says `head`.
    init(
        _ head: JSONValue, _ first: LineReader.Line, followedBy lines: consuming NumberedLines
    ) throws(InputFailure) {
        let scenario: Scenario
        do {
            scenario = try TraceHead(head).scenario
        } catch {
            throw lines.failure("\(error)", remedy: error.remedy)
        }
        let command = scenario.command(
            "trace", beside: lines.path == "-" ? [] : ["--output", lines.path])
        let start = TraceLines(scenario).start
        try lines.check(first, is: Array(start.utf8), remedy: Self.remedy(command))
        self.scenario = scenario
        self.command = command
        self.lines = lines
    }

    /// Runs the scenario again and hands each event over once its line is found right; nil when
    /// `isWanted`, which is asked now and then with the progress so far, first says no.
    ///
    /// Throws at the first line that is not, byte for byte, what `gossip-lab trace` writes there,
    /// and at the end of a file that is not whole.
    mutating func verify(
        while isWanted: (TracedRun.Progress) -> Bool = { _ in true },
        _ take: (RecordedTrace.Entry) -> Void = { _ in }
    ) throws(InputFailure) -> Verified? {
        var run = TracedRun(scenario)
        let notation = TraceLines(scenario)
        var line: [UInt8] = []
        while let entries = run.next() {
            for entry in entries {
                line.removeAll(keepingCapacity: true)
                notation.append(entry, to: &line)
                try checkNext(is: line)
                take(entry)
            }
            guard isWanted(run.progress) else { return nil }
        }
        line = Array(notation.end(of: run).utf8)
        try checkNext(is: line)
        if try lines.next(longest: 0) != nil {
            throw lines.failure(
                "it comes after the end of the trace",
                remedy: "delete it and what follows, or \(Self.remedy(command))")
        }
        return Verified(eventCount: run.progress.eventCount, digest: run.digest)
    }

    private mutating func checkNext(is expected: [UInt8]) throws(InputFailure) {
        guard let line = try lines.next(longest: expected.count) else {
            throw InputFailure(
                "'\(lines.path)' ends after line \(lines.number), and its trace does not: "
                    + "\(Self.remedy(command)).")
        }
        try lines.check(line, is: expected, remedy: Self.remedy(command))
    }

    private static func remedy(_ command: String) -> String {
        "write the trace anew with '\(command)'"
    }
}

extension TraceHead.Failure {
    /// What helps.
    fileprivate var remedy: String {
        switch self {
        case .otherFormat, .otherVersion: "replay it with the gossip-lab that wrote it"
        case .scenario: "give a file as 'gossip-lab trace' wrote it"
        }
    }
}
