import ArgumentParser
import Engine
import ScenarioOptions

/// `gossip-lab sweep`: every combination of options, under many seeds, and what is best.
struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Run every combination of options under many seeds, and compare.")

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "With how many seeds each combination is run, from --seed on. (default: 10)",
            valueName: "n"),
        transform: { try OptionText.wholeNumber($0, in: 1...100_000) })
    var seeds: Int?

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "Options of a scenario, as for 'gossip-lab run', with lists and ranges as values.",
            valueName: "scenario options"))
    var arguments: [String] = []

    func run() throws {
        let plan = try SweepPlan(arguments: arguments, seedCount: seeds)
        for scenario in plan.runs {
            try StandardOutput.writeLine(RunLine(Experiment(scenario).run()).text)
        }
    }
}
