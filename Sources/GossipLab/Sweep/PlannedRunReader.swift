import Engine
import ScenarioOptions

/// A run of a plan, by its place there, and what came of it.
struct PlannedRun: Equatable {
    let place: Int
    let outcome: RunOutcome
}

/// Reads lines about runs of a plan.
protocol PlannedRunReader: Sendable {
    /// The run that `line` tells of. From any thread.
    func run(in line: String) throws(LineFlaw) -> PlannedRun
}

/// Reads runs as lines of JSON.
struct RunLineReader: PlannedRunReader {
    private let places: SweepPlaces
    private let scenarios: ScenarioReader

    /// A reader of runs of `plan`.
    init(_ plan: SweepPlan) {
        places = SweepPlaces(plan)
        scenarios = ScenarioReader(knowing: plan.combinations)
    }

    func run(in line: String) throws(LineFlaw) -> PlannedRun {
        let run: RunLine
        do {
            run = try RunLine(parsing: line, reading: scenarios.scenario)
        } catch {
            throw .unusable(error)
        }
        guard let place = places[run.scenario] else { throw .otherSweep }
        return PlannedRun(place: place, outcome: run.outcome)
    }
}

/// Reads runs as rows of a table.
struct RunRowReader: PlannedRunReader {
    private let places: [String: Int]
    private let scenarios: [Scenario]

    /// A reader of runs of `plan`.
    init(_ plan: SweepPlan) {
        scenarios = plan.runs
        places = Dictionary(
            scenarios.enumerated().map { (RunRow.start(of: $1), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    func run(in line: String) throws(LineFlaw) -> PlannedRun {
        guard let (start, plain) = RunRow.parts(of: line) else { throw .column("version") }
        let version = start.prefix { $0 != "," }
        guard version == Release.version else {
            throw .unusable(.otherVersion(String(version)))
        }
        guard let place = places[start] else { throw .otherSweep }
        do {
            let outcome = try RunRow.outcome(in: plain, seed: scenarios[place].seed)
            return PlannedRun(place: place, outcome: outcome)
        } catch {
            throw .column(error.name)
        }
    }
}
