import ArgumentParser
import Engine
import ScenarioOptions

/// `gossip-lab sweep`: every combination of options, under many seeds, and what is best.
struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Run every combination of options under many seeds, and compare.",
        usage: "gossip-lab sweep [<options>] [<scenario options>]",
        discussion: helpText)

    /// What is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case ndjson
    }

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "With how many seeds each combination is run, from --seed on. (default: 10)",
            valueName: "n"),
        transform: { try OptionText.wholeNumber($0, in: 1...100_000) })
    var seeds: Int?

    @Option(
        help: ArgumentHelp(
            """
            Collect the runs in a file whose name ends in .ndjson, for lines of JSON, or .csv, \
            for a table; what is in it already is not run again.
            """, valueName: "file"))
    var output: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many run at a time, one a core at most. (default: one a core)",
            valueName: "n"),
        transform: { try OptionText.wholeNumber($0, in: 1...1_024) })
    var parallel: Int?

    @Option(help: ArgumentHelp("Draw the chart into this file.", valueName: "file"))
    var svg: String?

    @Option(
        help: """
            What to print: the summary, or each run as a line of JSON. (default: ndjson without \
            --output where stdout is no terminal, else text)
            """)
    var format: Format?

    @Flag(help: "Run nothing: print a command line for each run that is not in --output yet.")
    var listJobs = false

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "Options of a scenario, as in 'gossip-lab run --help', with lists and ranges.",
            valueName: "scenario options"))
    var arguments: [String] = []

    /// What the scenario options come to; nil before they are validated.
    private var validatedPlan: SweepPlan?

    private enum CodingKeys: String, CodingKey {
        case seeds, output, parallel, svg, format, listJobs, arguments
    }

    mutating func validate() throws {
        if let output { _ = try RunNotation(ofFileAt: output) }
        if listJobs {
            if let output, try RunNotation(ofFileAt: output).header != nil {
                throw ValidationError(
                    "'--list-jobs' prints commands whose lines belong into an .ndjson file, not "
                        + "into '\(output)'.")
            }
            let others =
                [("svg", svg), ("parallel", parallel.map(String.init))]
                + [("format", format?.rawValue)]
            if let other = others.first(where: { $0.1 != nil }) {
                throw ValidationError("'--list-jobs' runs nothing: leave '--\(other.0)' out.")
            }
        }
        if let output, format == .ndjson {
            throw ValidationError(
                "'--format ndjson' prints the lines that '--output \(output)' keeps: leave one out."
            )
        }
        if let output, output == svg {
            throw ValidationError("'--output' and '--svg' name the same file.")
        }
        validatedPlan = try plan()
    }

    func run() throws {
        try InputFailure.report {
            let plan = try plan()
            try listJobs ? list(plan) : sweep(plan)
        }
    }

    /// Whether each run is printed, and not the summary.
    var printsRuns: Bool {
        format.map { $0 == .ndjson } ?? (output == nil && !StandardOutput.isTerminal)
    }

    private func plan() throws -> SweepPlan {
        try validatedPlan ?? SweepPlan(arguments: arguments, seedCount: seeds)
    }
}
