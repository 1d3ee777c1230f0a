import ArgumentParser
import Engine
import ScenarioOptions

/// `gossip-lab run`: one scenario from start to end, and what came of it.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run one scenario in simulated time and report on it.",
        discussion: """
            The same options, seed included, give the same run on every machine. Exit status: 0 when \
            the run is valid, 1 when a value was lost, 2 when the options are wrong.
            """)

    /// How the report is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
    }

    @Option(help: "How to report: for people, or as one JSON object.")
    var format = Format.text

    @OptionGroup(title: "Scenario")
    var options: ScenarioOptions

    func run() throws {
        let report = Experiment(try options.scenario()).run()
        switch format {
        case .text: try StandardOutput.writeLine(report.text)
        case .json: try StandardOutput.writeLine(report.json.prettyDescription)
        }
        if !report.isValid { throw ExitCode.invalidRun }
    }
}
