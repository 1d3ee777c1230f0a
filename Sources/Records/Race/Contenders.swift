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
    /// What was left out, in words; nil for nothing.
    public let omission: String?

    /// The contenders that `arguments` describe, two of them and options for both, for the program
    /// that a user calls `program`, such as `gossip-lab race`. They have a time limit, unless they
    /// `mayBeEndless`.
    ///
    /// Throws a `ValidationError` about the first thing that is wrong.
    public init(_ arguments: [String], of program: String, mayBeEndless: Bool = false) throws {
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
        omission = Self.omission(from: entries, called: arguments.contenders)
        try Self.checkFairness(of: scenarios, called: arguments.contenders)
        guard mayBeEndless || scenarios[0].workload.timeLimit != nil else {
            throw ValidationError(
                "'\(arguments.contenders[0])' has no time limit, for the dashboard runs without end: "
                    + "say for both how long, outside of quotes, such as '--time-limit 20'.")
        }
    }

    private static func omission(
        from entries: [ContenderReader.Entry], called words: [String]
    ) -> String? {
        let parts = zip(entries, words).filter { $0.0.commandCount > 0 }.map { entry, word in
            let count = entry.commandCount
            return "the \(count == 1 ? "command" : "\(count) commands") in '\(word)'"
        }
        guard !parts.isEmpty else { return nil }
        return "a race runs scenarios only, without " + parts.joined(separator: " and ")
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

    /// Throws unless both scenarios, which a user calls `words`, differ, but not in what clients
    /// do.
    public static func checkFairness(of scenarios: [Scenario], called words: [String]) throws {
        guard scenarios[0] != scenarios[1] else {
            throw ValidationError(
                "'\(words[0])' and '\(words[1])' are the same scenario: change one of them.")
        }
        let differing = zip(scenarios[0].options, scenarios[1].options).filter { a, b in
            sharedOptions.contains(a.name) && a.value != b.value
        }
        guard !differing.isEmpty else { return }
        let text = { (value: OptionValue) in value == .absent ? "none" : value.text }
        let facts = differing.map { a, b in "'--\(a.name)' \(text(a.value)) and \(text(b.value))" }
        let remedy = differing.map { a, b in
            "--\(a.name) \(text(a.value == .absent ? b.value : a.value))"
        }
        throw ValidationError(
            "'\(words[0])' and '\(words[1])' have \(facts.joined(separator: ", ")), and a race is "
                + "about the same operations: say what holds for both outside of quotes, such as "
                + "'\(remedy.joined(separator: " "))'.")
    }
}
