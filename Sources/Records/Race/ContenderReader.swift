import ArgumentParser
import Engine
import Maelstrom
import ScenarioOptions

/// Reads what a person gives for a contender: a name, options in quotes, or a file.
struct ContenderReader {
    /// What a word says.
    struct Entry {
        /// The name of a preset or a topology; nil for what has none.
        let name: String?
        let scenario: Scenario
        /// The options that it has of its own, such as `--topology`.
        var ownOptions: Set<String> = []
        /// How many commands a person gave in the session that it comes from; they take no part.
        var commandCount = 0
    }

    /// The options for both contenders, each with its value. A contender's own go before them, and
    /// they go before what a preset or a file has.
    let common: [[String]]

    /// The contender that `word` stands for. Throws a `ValidationError` when it is none.
    func entry(for word: String) throws -> Entry {
        do {
            return try read(word)
        } catch {
            throw ValidationError("\(error)\nThis is about the contender '\(word)'.")
        }
    }

    private func read(_ word: String) throws -> Entry {
        if word.hasPrefix("--") || word.hasPrefix(" ") {
            let words = try word.shellWords()
            return Entry(
                name: nil, scenario: try scenario(with: words),
                ownOptions: Set(words.map(Self.option(in:))))
        }
        if Preset(rawValue: word) != nil {
            return Entry(name: word, scenario: try scenario(with: ["--preset", word]))
        }
        if (try? ScenarioOptions.parse(["--topology", word])) != nil {
            return Entry(
                name: word, scenario: try scenario(with: ["--topology", word]),
                ownOptions: ["--topology"])
        }
        return try entry(inFileAt: word)
    }

    /// The option that `word` is or begins with.
    static func option(in word: String) -> String { String(word.prefix { $0 != "=" }) }

    private func scenario(with own: [String]) throws -> Scenario {
        guard try !ScenarioOptions.parse(reading: own).seedWasGiven else {
            throw ValidationError(
                "both contenders race under the same seeds: give '--seed' once, outside of quotes.")
        }
        return try ScenarioOptions.parse(reading: common.flatMap(\.self) + own).scenario()
    }

    // MARK: Files

    private func entry(inFileAt path: String) throws -> Entry {
        let (base, commandCount) = try Self.scenario(writtenIn: Self.text(ofFileAt: path))
        // The file takes the place of a preset.
        let options = common.filter { $0[0] != "--preset" && !$0[0].hasPrefix("--preset=") }
        let isLatency = { (option: [String]) in
            option[0] == "--latency" || option[0].hasPrefix("--latency=")
        }
        guard base.network.latencyMap == nil || !options.contains(where: isLatency) else {
            throw ValidationError(
                "'--latency' and the file's latency map both say how long messages take: "
                    + "leave '--latency' out.")
        }
        return Entry(
            name: nil,
            scenario: try ScenarioOptions.parse(reading: options.flatMap(\.self))
                .scenario(base: base), commandCount: commandCount)
    }

    /// What the file says, or, of a long trace, how it begins.
    private static func text(ofFileAt path: String) throws -> String {
        do {
            return try TextFile(path: path, isCut: true).text
        } catch {
            let presets = Preset.allCases.map(\.rawValue).joined(separator: ", ")
            let topologies = Topology.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                """
                '\(path)' is no contender. It must be a preset (\(presets)), a topology \
                (\(topologies)), options in quotes ('--topology tree4 --batch-interval 50ms'), or \
                a file with a scenario; as a file: \(error).
                """)
        }
    }

    /// The scenario of the run that `text` tells of in its first line, or as a whole, and how many
    /// commands were given in it.
    private static func scenario(writtenIn text: String) throws -> (Scenario, Int) {
        let parsed = try? JSONValue(startOf: text)
        guard let scenario = parsed?.value(at: "scenario") else {
            throw ValidationError(
                "the file has no scenario: it must begin with the JSON object that "
                    + "'gossip-lab run --format json' or 'gossip-lab trace' writes.")
        }
        var commandCount = 0
        if case .array(let commands) = parsed?.value(at: "commands") {
            commandCount = commands.count
        }
        return (try Scenario(scenario, mayBeEndless: true), commandCount)
    }
}
