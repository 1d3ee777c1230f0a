import Engine
import Records
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
    private let plan: SweepPlan
    private let places: SweepPlaces
    private let scenarios: ScenarioReader

    /// A reader of runs of `plan`.
    init(_ plan: SweepPlan) {
        self.plan = plan
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
        guard let place = places[run.scenario] else {
            throw .otherSweep(with: oddity(of: run.scenario))
        }
        return PlannedRun(place: place, outcome: run.outcome)
    }
}

extension RunLineReader {
    /// The first option of `scenario` whose value no run of the plan has, such as `--topology
    /// ring`; nil when only their combination is none of the plan's.
    private func oddity(of scenario: Scenario) -> String? {
        let runs = plan.combinations.map { $0.options.map(\.value) }
        for (place, option) in scenario.options.enumerated() {
            let isKnown =
                option.name == "seed"
                ? plan.seeds.contains(scenario.seed)
                : runs.contains { $0[place] == option.value }
            if !isKnown { return "--\(option.name) \(option.value.text)" }
        }
        return nil
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
        guard let place = places[start] else { throw .otherSweep(with: nil) }
        do {
            let outcome = try RunRow.outcome(in: plain, seed: scenarios[place].seed)
            return PlannedRun(place: place, outcome: outcome)
        } catch {
            throw .column(error.name)
        }
    }
}
