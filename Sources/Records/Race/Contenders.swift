import ArgumentParser
public import Engine
import ScenarioOptions

/// Two scenarios for a race: under the same seed, with the same operations of clients.
public struct Contenders: Hashable, Sendable {
    /// The options that decide what clients do and when.
    private static let sharedOptions = ["node-count", "rate", "time-limit"]

    /// The two scenarios.
    public let scenarios: [Scenario]
    /// The names of the presets or topologies that they are; nil for what has none.
    public let names: [String?]

    /// The contenders that `arguments` describe, two of them and options for both, for the program
    /// that a user calls `program`, such as `gossip-lab race`.
    ///
    /// Throws a `ValidationError` about the first thing that is wrong.
    public init(_ arguments: [String], of program: String) throws {
        let arguments = try RaceArguments(arguments, of: program)
        let reader = ContenderReader(common: arguments.common)
        let entries = try arguments.contenders.map(reader.entry)
        try Self.checkUse(of: arguments.common, by: entries)
        let seed = try Self.seed(in: arguments.common)
        scenarios = entries.map { entry in
            var scenario = entry.scenario
            scenario.seed = seed
            return scenario
        }
        names = entries.map(\.name)
        try Self.checkFairness(of: scenarios, called: arguments.contenders)
    }

    private static func seed(in common: [[String]]) throws -> UInt64 {
        let options = common.filter { $0[0] == "--seed" || $0[0].hasPrefix("--seed=") }
        return try ScenarioOptions.parse(reading: options.flatMap(\.self)).scenario().seed
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

    /// Throws unless both scenarios, which a user calls `words`, differ, but not in what clients do.
    public static func checkFairness(of scenarios: [Scenario], called words: [String]) throws {
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
}
