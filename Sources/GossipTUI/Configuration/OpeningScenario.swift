import ArgumentParser
import Engine
import Records
import ScenarioOptions

/// What runs when the command line names no preset, and what its options go on top of.
struct OpeningScenario: Hashable {
    let scenario: Scenario
    /// How fast it is watched unless somebody says so.
    let speed: Speed

    /// What the program has for people who say nothing: slow enough to follow, and without end.
    static let standard = OpeningScenario(scenario: GossipTUI.openingScenario, speed: .opening)

    private init(scenario: Scenario, speed: Speed) {
        self.scenario = scenario
        self.speed = speed
    }

    /// Reads a line of options, as a shell would, over the program's own opening scenario.
    ///
    /// Throws a `ValidationError` that says what would be right.
    init(line: String) throws {
        let options: ScenarioOptions
        do {
            options = try ScenarioOptions.parse(line.shellWords())
        } catch {
            // Such as `--help`, whose answer is no error and long.
            guard !ScenarioOptions.exitCode(for: error).isSuccess else {
                throw ValidationError("it must be options of a scenario, and of these only")
            }
            throw ValidationError(ScenarioOptions.message(for: error))
        }
        scenario = try options.scenario(base: Self.standard.scenario)
        speed = options.presetWasGiven ? .real : .opening
    }

    /// This with the command line's options on top: they change it, and a preset takes its place.
    ///
    /// Throws a `ValidationError` when they do not fit.
    func scenario(with options: ScenarioOptions) throws -> Scenario {
        let changed = try options.scenario(base: scenario)
        if options.presetWasGiven { return changed }
        let before = scenario.network
        if changed.nodeCount != scenario.nodeCount {
            guard scenario.faults.isEmpty || changed.faults != scenario.faults else {
                throw Self.misfit("'--node-count'", "faults for \(scenario.nodeCount) nodes")
            }
            guard before.latencyMap == nil || changed.network.latencyMap != before.latencyMap else {
                throw Self.misfit("'--node-count'", "a latency map of \(scenario.nodeCount) nodes")
            }
        }
        let isMapKept = before.latencyMap != nil && changed.network.latencyMap == before.latencyMap
        guard
            !isMapKept
                || changed.network.latency.meanMilliseconds == before.latency.meanMilliseconds
        else { throw Self.misfit("'--latency'", "a latency map") }
        return changed
    }

    private static func misfit(_ option: String, _ part: String) -> ValidationError {
        ValidationError(
            "\(option) does not go with the scenario of the configuration file, which has "
                + "\(part): leave it out, or add '--no-config' or '--preset'.")
    }
}
