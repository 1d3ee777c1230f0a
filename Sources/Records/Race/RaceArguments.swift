import ArgumentParser
import ScenarioOptions

/// The words of a race's command line: who races, and the options that hold for both.
struct RaceArguments: Equatable {
    /// The two contenders as they were given.
    let contenders: [String]
    /// The options beside them, each with its value.
    let common: [[String]]

    /// Sorts `words`: an option takes the next word if it needs one; what else stands alone, and
    /// options that share a word, are contenders.
    ///
    /// Throws a `ValidationError` unless there are two contenders and options that exist.
    ///
    /// `program` is what the user typed, such as `gossip-lab race`.
    init(_ words: [String], of program: String) throws {
        var contenders: [String] = []
        var common: [[String]] = []
        var rest = words.filter { $0 != "--" }[...]
        while let word = rest.popFirst() {
            if try Self.isContender(word) {
                contenders.append(word)
            } else if Self.isComplete(word) {
                common.append([word])
            } else {
                common.append([word] + (rest.popFirst().map { [$0] } ?? []))
            }
        }
        _ = try ScenarioOptions.parse(reading: common.flatMap(\.self))
        guard contenders.count == 2 else { throw Self.wrongCount(of: contenders, program) }
        self.contenders = contenders
        self.common = common
    }

    private static func isContender(_ word: String) throws -> Bool {
        guard word.hasPrefix("--") else { return true }
        guard word.contains(where: \.isWhitespace) else { return false }
        let words = try word.shellWords()
        // A single option with its value, such as '--fault=kill n3 at 2s', is no contender.
        return !(words.first?.contains("=") ?? false)
            || words.dropFirst().contains { $0.hasPrefix("--") }
    }

    /// Whether the option needs no further word: it is a flag, or has its value behind an equals
    /// sign.
    private static func isComplete(_ word: String) -> Bool {
        word.contains("=") || (try? ScenarioOptions.parse([word])) != nil
    }

    private static func wrongCount(of contenders: [String], _ program: String) -> ValidationError {
        let names = contenders.map { "'\($0)'" }.joined(separator: ", ")
        let count =
            contenders.count < 2
            ? "a race needs two contenders, and there is \(names.isEmpty ? "none" : "only \(names)")"
            : "a race is between two, and there are \(contenders.count): \(names)"
        return ValidationError(
            "\(count). Each is one word or in quotes, as in: "
                + "\(program) grid '--topology tree4 --batch-interval 50ms'. "
                + "Options outside of quotes are for both.")
    }
}
