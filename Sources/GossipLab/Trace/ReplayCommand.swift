import ArgumentParser
import CInterrupt
import Engine
import Maelstrom
import Records
import ScenarioOptions

/// `gossip-lab replay`: what a file tells of runs, held against new runs of their scenarios.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run the scenarios of a file again, and hold every line against them.",
        discussion: """
            The file is what 'gossip-lab trace', 'gossip-lab run --format json' (or ndjson), \
            'gossip-lab sweep' into an .ndjson file or an export of 'gossip-tui' into a .json file \
            wrote. It must be the same, byte for byte, as what they would write now; lines are read \
            as the runs go on, and there may be any number of them.

            For example: gossip-lab trace --preset blog-heap | gossip-lab replay -

            Exit status: 0 when everything is the same, be the runs valid or not, 2 when something \
            is not, or the file cannot be read or is from another version, 70 when the program \
            failed, 130 after Ctrl-C.
            """)

    @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
    var file: String

    func run() throws {
        try InputFailure.report {
            var lines = try NumberedLines(path: file)
            let first = try lines.first()
            if let head = try? JSONValue(parsing: first.bytes[...]), TraceHead.isHead(head) {
                try replay(TraceFile(head, first, followedBy: lines))
            } else if let session = try RecordedSession(first, of: lines) {
                try session.verify(against: lines)
                try report(session.session)
            } else {
                try replay(RunFile(first, followedBy: lines))
            }
        }
    }

    private func replay(_ file: consuming TraceFile) throws {
        interrupt_catch()
        let line = ProgressLine()
        defer { line.clear() }
        let verified: TraceFile.Verified?
        do {
            verified = try file.verify { progress in
                line.show { progress.text }
                return !interrupt_was_requested()
            }
        } catch {
            // The same Ctrl-C may have ended what writes into a pipe.
            guard interrupt_was_requested() else { throw error }
            verified = nil
        }
        line.clear()
        guard let verified else { throw ExitCode.interrupted }
        try report([
            ("scenario", file.scenario.summary),
            ("events", "\(verified.eventCount), all as in the file"),
            ("digest", verified.digest.digestText),
        ])
    }

    private func replay(_ file: consuming RunFile) throws {
        interrupt_catch()
        let line = ProgressLine()
        defer { line.clear() }
        let verified = try file.verify { count, share in
            line.show { "\(count) runs, the next at \(Int(share * 100)) %" }
            return !interrupt_was_requested()
        }
        line.clear()
        guard let verified else { throw ExitCode.interrupted }
        try report(
            verified.runCount == 1
                ? [
                    ("scenario", verified.scenario.summary), ("runs", "1, as in the file"),
                    ("digest", verified.digest.digestText),
                ]
                : [("runs", "\(verified.runCount), all as in the file")])
    }

    private func report(_ session: Session) throws {
        try report([
            ("scenario", session.scenario.summary),
            (
                "session",
                "\(session.entries.count) command\(session.entries.count == 1 ? "" : "s"), as in the file"
            ),
            ("digest", session.digest.digestText),
        ])
    }

    private func report(_ facts: [(name: String, fact: String)]) throws {
        let lines = facts.map { $0.name.padded(to: 12) + " " + $0.fact }
        try StandardOutput.writeLine(lines.joined(separator: "\n"))
    }
}
