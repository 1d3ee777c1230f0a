import ArgumentParser
import CInterrupt
import Engine
import Records
import ScenarioOptions

/// `gossip-lab explain`: how one value of a scenario travelled.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Run one scenario and tell how one of its values travelled.",
        usage: "gossip-lab explain <value> [--trace <file> | <scenario options>]",
        discussion: """
            Who learned the value at which hop, the way to the last node and what took so long on it, \
            what became of the messages that carried it, which nodes forgot it or never got it and \
            why, and which reads decide what Maelstrom measures of it. The run is that of \
            'gossip-lab run' with the same options, whose report names the values that were lost or \
            are missing. For example: gossip-lab explain 17 --preset maelstrom-grid

            With --trace it is the run that 'gossip-lab trace' wrote down, each line of which is \
            held against a new run of its scenario.

            Exit status: 0 after an explanation, be the value lost or not, 2 when the options are \
            wrong or no client broadcast the value, 70 when the program failed, 130 after Ctrl-C, \
            which ends the run with what happened so far.
            """)

    @Argument(
        help: "The value: 0 for the first one that a client broadcast, 1 for the next …",
        transform: { ValueID(try OptionText.wholeNumber($0, in: 0...999_999_999)) })
    var value: ValueID

    @Option(
        help: ArgumentHelp(
            "The run is the one in this trace; - is standard input.", valueName: "file"))
    var trace: String?

    @OptionGroup(title: "Scenario")
    var options: ScenarioOptions

    func validate() throws {
        let scenario = try options.scenario()
        if let trace, scenario != Scenario() || options.presetWasGiven || options.seedWasGiven {
            throw ValidationError(
                "'--trace \(trace)' has a scenario of its own: leave its options out.")
        }
    }

    func run() throws {
        interrupt_catch()
        if let trace {
            try InputFailure.report { try explain(TraceFile(path: trace)) }
        } else {
            try InputFailure.report { try explain(options.scenario()) }
        }
    }

    private func explain(_ file: consuming TraceFile) throws {
        let line = ProgressLine()
        defer { line.clear() }
        var journey = ValueJourney(of: value, nodeCount: file.scenario.nodeCount)
        do {
            _ = try file.verify { progress in
                line.show { progress.text }
                return !interrupt_was_requested()
            } _: { entry in
                journey.record(entry.event, at: entry.instant)
            }
        } catch {
            // The same Ctrl-C may have ended what writes into a pipe.
            guard interrupt_was_requested() else { throw error }
        }
        line.clear()
        try Self.end(Explanation(scenario: file.scenario, journey: journey))
    }

    private func explain(_ scenario: Scenario) throws {
        let line = ProgressLine()
        let journey = JourneyRun(scenario, of: value).run { progress in
            line.show { progress.text }
            return !interrupt_was_requested()
        }
        line.clear()
        try Self.end(Explanation(scenario: scenario, journey: journey))
    }

    /// Prints `explanation`, and throws the exit status unless it is 0.
    private static func end(_ explanation: Explanation) throws {
        if explanation.isOfNoValue { throw InputFailure(explanation.unknownValueText) }
        try StandardOutput.writeLine(explanation.text)
        if explanation.isPartial { throw ExitCode.interrupted }
    }
}
