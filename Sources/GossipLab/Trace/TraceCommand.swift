import ArgumentParser
import CInterrupt
import Engine
import ScenarioOptions

/// `gossip-lab trace`: a scenario from start to end, and everything that happened.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Run one scenario and write down every event.",
        discussion: """
            As lines of JSON: the scenario, each event with its time in microseconds, and an end \
            with the number of events and the digest of the run; docs/TRACE.md has the members. \
            'gossip-lab replay' checks such a file. Or as a log for ShiViz, \
            https://bestchai.bitbucket.io/shiviz/, which draws what the nodes did and what came of \
            what; it is meant for small clusters and short runs.

            For example: gossip-lab trace --node-count 5 --time-limit 2 --format shiviz --output \
            run.log

            Ctrl-C ends the trace: what was written to stdout then ends with a whole line, and no \
            --output file is made. Exit status: 0 for a whole trace, be the run valid or not, 2 \
            when an option or a file is wrong or a disk is full, 70 when the program failed, 130 \
            after Ctrl-C.
            """)

    /// How the trace is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case ndjson
        case shiviz

        /// What writes it.
        var notation: any TraceNotation.Type {
            switch self {
            case .ndjson: TraceLines.self
            case .shiviz: ShiVizLog.self
            }
        }
    }

    @Option(
        help: ArgumentHelp(
            "Write to a file, which is there only when it is whole. (default: stdout)",
            valueName: "file"))
    var output: String?

    @Option(help: "How to write: as lines of JSON, or as a log that ShiViz reads.")
    var format = Format.ndjson

    @OptionGroup(title: "Scenario")
    var options: ScenarioOptions

    func validate() throws {
        _ = try options.scenario()
        if output == "" { throw ValidationError("'--output' needs the name of a file.") }
    }

    func run() throws {
        let scenario = try options.scenario()
        try InputFailure.report { try write(scenario, as: format.notation) }
    }

    private func write<Notation: TraceNotation>(
        _ scenario: Scenario, as _: Notation.Type
    ) throws {
        var output = try TraceOutput(
            path: output, inPlaceOf: [TraceHead.start, ShiVizLog.start])
        var run = TracedRun(scenario)
        var notation = Notation(scenario)
        interrupt_catch()
        // A trace on the same screen would run into it.
        let line = ProgressLine(isWanted: self.output != nil || !StandardOutput.isTerminal)
        defer { line.clear() }
        try output.add { $0 += notation.start.utf8 }
        while let entries = run.next() {
            for entry in entries {
                try output.add { notation.append(entry, to: &$0) }
            }
            line.show { run.progress.text }
            if interrupt_was_requested() {
                try output.flush()
                throw ExitCode.interrupted
            }
        }
        try output.add { $0 += notation.end(of: run).utf8 }
        try output.finish()
    }
}
