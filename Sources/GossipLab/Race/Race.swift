import ArgumentParser
import Engine
import Records
import ScenarioOptions
import Synchronization

/// Two scenarios that are run under the same seeds, as many runs at a time as there are cores.
struct Race: Equatable {
    private static let longestName = 32

    let a: RaceReport.Contender
    let b: RaceReport.Contender
    /// How many seeds there are, from the scenarios' own on.
    let seedCount: Int
    /// What of the contenders takes no part, in words; nil for nothing.
    let omission: String?

    /// The race that `arguments` describe: two contenders, and options for both.
    ///
    /// Throws a `ValidationError` about the first thing that is wrong.
    init(arguments: [String], seedCount: Int) throws {
        let contenders = try Contenders(arguments, of: "gossip-lab race")
        let firstSeed = contenders.scenarios[0].seed
        guard UInt64.max - firstSeed >= UInt64(seedCount - 1) else {
            throw ValidationError(
                "'--seeds \(seedCount)' goes beyond the highest seed: '--seed' is at most "
                    + "\(UInt64.max - UInt64(seedCount - 1)).")
        }
        let scenarios = contenders.scenarios
        let names = Self.names(of: scenarios, given: contenders.names)
        a = RaceReport.Contender(name: names[0], scenario: scenarios[0])
        b = RaceReport.Contender(name: names[1], scenario: scenarios[1])
        self.seedCount = seedCount
        omission = contenders.omission
    }

    /// Runs them all, or as many as are finished when `isWanted` first says no; what then lacks its
    /// counterpart is left out.
    ///
    /// `isWanted` is as for `RunPool`.
    func run(
        while isWanted: @escaping @Sendable (_ progress: () -> RunPool.Progress) -> Bool
    ) -> RaceReport {
        let scenarios = (0..<UInt64(seedCount)).flatMap { index in
            [a.scenario, b.scenario].map { contender in
                var scenario = contender
                scenario.seed += index
                return scenario
            }
        }
        let outcomes = Mutex<[Int: RunOutcome]>([:])
        RunPool(scenarios: scenarios).run(while: isWanted) { place, report in
            let outcome = RunOutcome(report)
            outcomes.withLock { $0[place] = outcome }
        }
        let heats = outcomes.withLock { outcomes in
            (0..<seedCount).compactMap { index -> RaceReport.Heat? in
                guard let a = outcomes[2 * index], let b = outcomes[2 * index + 1] else {
                    return nil
                }
                return RaceReport.Heat(a: a, b: b)
            }
        }
        return RaceReport(a: a, b: b, requestedCount: seedCount, heats: heats)
    }

    /// What the reports call them: by their own names, or by what tells them apart if that is
    /// short, else A and B.
    private static func names(of scenarios: [Scenario], given: [String?]) -> [String] {
        let combinations = scenarios.map {
            SweepReport.Combination(scenario: $0, outcomes: [])
        }
        let sweepNames = SweepNames(SweepReport(combinations))
        // In a sentence a comma would part the name.
        let names = zip(given, combinations).map { name, combination in
            name ?? sweepNames.name(of: combination).replacing(", ", with: " ")
        }
        guard names[0] != names[1] else { return ["A", "B"] }
        return zip(names, ["A", "B"]).map { name, letter in
            name.isEmpty || name.count > longestName ? letter : name
        }
    }
}
