import ArgumentParser
import Engine
import ScenarioOptions

/// How a file of runs has each of them as a line.
enum RunNotation: String, CaseIterable {
    /// What `run --format ndjson` prints.
    case ndjson
    /// A row of a table, below the names of the columns.
    case csv

    /// The notation that the name of the file at `path` ends in. Throws a `ValidationError`.
    init(ofFileAt path: String) throws {
        guard let notation = Self.allCases.first(where: { path.hasSuffix(".\($0)") }) else {
            throw ValidationError(
                "'--output \(path)' must end in .ndjson, for lines of JSON, or .csv, for a table.")
        }
        self = notation
    }

    /// The file's first line; nil when that is a run.
    var header: String? {
        switch self {
        case .ndjson: nil
        case .csv: RunRow.header
        }
    }

    /// The line about a whole run.
    func line(_ report: RunReport) -> String {
        switch self {
        case .ndjson: RunLine(report).text
        case .csv: RunRow.text(of: report.scenario, RunOutcome(report))
        }
    }

    /// What reads the lines about runs of `plan`.
    func reader(of plan: SweepPlan) -> any PlannedRunReader {
        switch self {
        case .ndjson: RunLineReader(plan)
        case .csv: RunRowReader(plan)
        }
    }
}
