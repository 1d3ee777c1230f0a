import ArgumentParser
import Engine
import ScenarioOptions
import Synchronization

/// Two scenarios that are run under the same seeds, as many runs at a time as there are cores.
struct Race: Equatable {
    private static let longestName = 32
    /// The options that decide what clients do and when.
    private static let sharedOptions = ["node-count", "rate", "time-limit"]

    let a: RaceReport.Contender
    let b: RaceReport.Contender
    /// How many seeds there are, from the scenarios' own on.
    let seedCount: Int

    /// The race that `arguments` describe: two contenders, and options for both.
    ///
    /// Throws a `ValidationError` about the first thing that is wrong.
    init(arguments: [String], seedCount: Int) throws {
        let arguments = try RaceArguments(arguments)
        let reader = ContenderReader(common: arguments.common)
        let entries = try arguments.contenders.map(reader.entry)
        try Self.checkUse(of: arguments.common, by: entries)
        let firstSeed = try Self.firstSeed(in: arguments.common, count: seedCount)
        let scenarios = entries.map { entry in
            var scenario = entry.scenario
            scenario.seed = firstSeed
            return scenario
        }
        try Self.checkFairness(of: scenarios, called: arguments.contenders)
        let names = Self.names(of: scenarios, given: entries.map(\.name))
        a = RaceReport.Contender(name: names[0], scenario: scenarios[0])
        b = RaceReport.Contender(name: names[1], scenario: scenarios[1])
        self.seedCount = seedCount
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

    private static func firstSeed(in common: [[String]], count: Int) throws -> UInt64 {
        let options = common.filter { $0[0] == "--seed" || $0[0].hasPrefix("--seed=") }
        let first = try ScenarioOptions.parse(reading: options.flatMap(\.self)).scenario().seed
        guard UInt64.max - first >= UInt64(count - 1) else {
            throw ValidationError(
                "'--seeds \(count)' goes beyond the highest seed: '--seed' is at most "
                    + "\(UInt64.max - UInt64(count - 1)).")
        }
        return first
    }

    /// Throws if both contenders have a word of their own on what one of the options for both says.
    private static func checkUse(
        of options: [[String]], by entries: [ContenderReader.Entry]
    ) throws {
        for option in options.map({ ContenderReader.option(in: $0[0]) }) where option != "--fault" {
            guard !entries.allSatisfy({ $0.ownOptions.contains(option) }) else {
                throw ValidationError(
                    "'\(option)' is for both, and each contender has its own: leave it out.")
            }
        }
    }

    private static func checkFairness(of scenarios: [Scenario], called words: [String]) throws {
        guard scenarios[0] != scenarios[1] else {
            throw ValidationError(
                "'\(words[0])' and '\(words[1])' are the same scenario: change one of them.")
        }
        let differing = zip(scenarios[0].options, scenarios[1].options).filter { a, b in
            sharedOptions.contains(a.name) && a.value != b.value
        }
        guard !differing.isEmpty else { return }
        let facts = differing.map { a, b in "'--\(a.name)' \(a.value.text) and \(b.value.text)" }
        let remedy = differing.map { a, _ in "--\(a.name) \(a.value.text)" }
        throw ValidationError(
            "'\(words[0])' and '\(words[1])' have \(facts.joined(separator: ", ")), and a race is "
                + "about the same operations: say what holds for both outside of quotes, such as "
                + "'\(remedy.joined(separator: " "))'.")
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
