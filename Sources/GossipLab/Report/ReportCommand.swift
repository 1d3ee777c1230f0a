import ArgumentParser
import Engine
import ScenarioOptions

/// `gossip-lab report`: the tables and charts of a sweep, from the lines that machines wrote.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Compare runs that were made before, on this machine or on others.",
        discussion: """
            Reads lines of 'gossip-lab sweep --output FILE.ndjson' and 'gossip-lab run --format \
            ndjson', from any number of files and machines, and prints what the sweep would have: \
            a table of means with their 95 % intervals, a chart of messages per operation against \
            latency, and the best combinations. A run that is there several times counts once.

              gossip-lab sweep --topology grid,heap --list-jobs > jobs
              parallel < jobs | gossip-lab report -

            Exit status: 0 after the report, be the runs valid or not; 2 when an option or a file \
            is wrong; 70 when the program failed.
            """)

    @Argument(
        help: ArgumentHelp("Files of lines; - is standard input.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("Draw the chart into this file.", valueName: "file"))
    var svg: String?

    func validate() throws {
        if let svg, files.contains(svg) {
            throw ValidationError("'--svg \(svg)' names a file that is to be read.")
        }
        if let table = files.first(where: { $0.hasSuffix(".csv") }) {
            throw ValidationError(
                "'\(table)' is a table, and a report is made of lines of JSON: repeat the sweep "
                    + "with '--output FILE.ndjson'.")
        }
    }

    func run() throws {
        try InputFailure.report {
            try svg.map(ChartFile.init)?.check()
            var collection = RunCollection()
            for file in files { try collection.read(fileAt: file) }
            let report = SweepReport(of: collection.runs)
            try StandardOutput.writeLine(report.text(columns: SweepReport.columns))
            if collection.repeatedCount > 0 {
                try StandardOutput.writeLine(
                    "\(collection.repeatedCount) lines were about runs of other lines and are not "
                        + "counted")
            }
            try svg.map(ChartFile.init)?.draw(report)
        }
    }
}
