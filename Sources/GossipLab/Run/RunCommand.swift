import ArgumentParser
import CInterrupt
import Engine
import Maelstrom
import Records
import ScenarioOptions

/// `gossip-lab run`: a scenario from start to end, once or with many seeds, and what came of it.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run one scenario in simulated time and report on it.",
        discussion: """
            Without options: the challenge's load, 100 operations a second for 20 s on a grid of 25 \
            without gossip, seed 42. The same options, seed included, give the same run on every \
            machine. Ctrl-C ends a run with the figures so far; pressed again, without. Exit \
            status: 0 when the run is valid, 1 when a value was lost or is missing at some node in the end, 2 when the options are \
            wrong, 70 when the program failed, 130 after Ctrl-C.
            """)

    /// How the report is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case ndjson
    }

    @Option(
        help: "How to report: for people, as one JSON object, or as the same on a single line.")
    var format = Format.text

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Run with so many seeds from --seed on, on all cores, and report means.",
            valueName: "n"),
        transform: { try OptionText.wholeNumber($0, in: 1...100_000) })
    var seeds: Int?

    @OptionGroup(title: "Scenario")
    var options: ScenarioOptions

    func validate() throws {
        let first = try options.scenario().seed
        if let seeds, UInt64.max - first < UInt64(seeds - 1) {
            throw ValidationError(
                "'--seeds \(seeds)' goes beyond the highest seed: '--seed' is at most "
                    + "\(UInt64.max - UInt64(seeds - 1)).")
        }
    }

    func run() throws {
        let scenario = try options.scenario()
        interrupt_catch()
        if let seeds {
            try run(SeedSeries(scenario: scenario, count: seeds))
        } else {
            try run(scenario)
        }
    }

    private func run(_ scenario: Scenario) throws {
        let line = ProgressLine()
        let report = Experiment(scenario).run { progress in
            line.show { progress.text }
            return !interrupt_was_requested()
        }
        line.clear()
        try end(report.text, report.json, isPartial: report.isPartial, isValid: report.isValid)
    }

    private func run(_ series: SeedSeries) throws {
        let line = ProgressLine()
        let report = series.run { progress in
            line.show { progress().text(count: series.count) }
            return !interrupt_was_requested()
        }
        line.clear()
        try end(report.text, report.json, isPartial: report.isPartial, isValid: report.isValid)
    }

    /// Reports, and throws the exit status unless it is 0.
    private func end(
        _ text: @autoclosure () -> String, _ json: @autoclosure () -> JSONValue, isPartial: Bool,
        isValid: Bool
    ) throws {
        switch format {
        case .text: try StandardOutput.writeLine(text())
        case .json: try StandardOutput.writeLine(json().prettyDescription)
        case .ndjson: try StandardOutput.writeLine(json().description)
        }
        if isPartial { throw ExitCode.interrupted }
        if !isValid { throw ExitCode.invalidRun }
    }
}
