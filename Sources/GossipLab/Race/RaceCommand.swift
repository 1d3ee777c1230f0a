import ArgumentParser
import CInterrupt
import Engine
import Records
import ScenarioOptions

/// `gossip-lab race`: two scenarios under the same seeds, and who wins.
struct RaceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "race",
        abstract: "Run two scenarios under the same seeds, and say which is better.",
        usage: "gossip-lab race <a> <b> [--seeds <n>] [--format <format>] [<scenario options>]",
        discussion: """
            A contender is the name of a preset or a topology, options of 'gossip-lab run' in \
            quotes, or a file that begins with what 'gossip-lab run --format json' or 'gossip-lab \
            trace' writes, whose seed does not matter. Options outside of quotes are for both; \
            they override those of a preset or a file, and a contender's own override them, but \
            faults add up to those of options in quotes. For example: gossip-lab race grid \
            '--topology tree4 --batch-interval 50ms' --loss 0.01

            Under a seed both have the same operations at the same times and nodes, so \
            '--node-count', '--rate' and '--time-limit' must be equal. Only where a client still \
            waits for a reply, as some do in Maelstrom's network, another is asked in its place.

            Less is better. Differences are paired by seed, with Student's interval at 95 %; where \
            that contains 0, nobody is better. The winner is better in msgs/op or in the largest \
            stable latency and in neither worse; a contender with runs that are not valid loses to \
            one without. Ctrl-C ends the race with the seeds that both finished. Exit status: 0 \
            after the race, be the runs valid or not, 2 when the options are wrong, 70 when the \
            program failed, 130 after Ctrl-C.
            """)

    /// How the report is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
    }

    private enum CodingKeys: CodingKey {
        case format, seeds, arguments
    }

    @Option(help: "How to report: for people, or as one JSON object.")
    var format = Format.text

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "With how many seeds each contender is run, from --seed on. (default: 20)",
            valueName: "n"),
        transform: { try OptionText.wholeNumber($0, in: 1...100_000) })
    var seeds = 20

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "The two contenders, and options of a scenario for both, as for 'gossip-lab run'.",
            valueName: "a b scenario options"))
    var arguments: [String] = []

    /// The race itself, once the arguments are found right; a file may be readable only once.
    private var race: Race?

    mutating func validate() throws {
        race = try Race(arguments: arguments, seedCount: seeds)
    }

    func run() throws {
        guard let race else { throw ExitCode.internalError }
        interrupt_catch()
        let line = ProgressLine()
        let report = race.run { progress in
            line.show { progress().text(count: 2 * race.seedCount) }
            return !interrupt_was_requested()
        }
        line.clear()
        if let omission = race.omission {
            StandardError.writeLine("gossip-lab: \(omission)".visible)
        }
        switch format {
        case .text: try StandardOutput.writeLine(report.text)
        case .json: try StandardOutput.writeLine(report.json.prettyDescription)
        }
        if report.isPartial { throw ExitCode.interrupted }
    }
}
