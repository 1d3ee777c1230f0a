import ArgumentParser
import Engine
import ScenarioOptions

/// An option of a sweep and what it says in one combination after the other.
struct SweepAxis: Equatable {
    /// The option, as `--topology`.
    let option: String
    /// Per value, the arguments that give it: none at all for a fault that is left out.
    let choices: [[String]]

    private static let flags: Set<String> = ["--send-empty-batches", "--gossip-relay"]
    /// Options whose values may have commas in them, so that semicolons stand between values.
    private static let optionsWithCommas: Set<String> = ["--fault", "--latency-map", "--nemesis"]

    /// The axes of the scenario that `arguments` describe: options whose values may be lists
    /// (`grid,heap`) and ranges with a step (`0ms..500ms/50ms`).
    ///
    /// A flag that is there both ways is a list of the two; every `--fault` is an axis of its own.
    /// Throws a `ValidationError` about what is neither.
    static func axes(of arguments: [String]) throws -> [SweepAxis] {
        var axes: [SweepAxis] = []
        var rest = arguments[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else {
                throw ValidationError(
                    "'\(word)' belongs to no option: values of a list are separated by commas "
                        + "without blanks, as in '--topology grid,heap'.")
            }
            if let flag = flag(word) {
                add(flag, saying: word, to: &axes)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let option = String(parts[0])
            guard let text = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
                throw ValidationError("'\(option)' needs a value, or is no option.")
            }
            guard option == "--fault" || !axes.contains(where: { $0.option == option }) else {
                throw ValidationError(
                    "'\(option)' is there twice: give it once, with a list of values.")
            }
            axes.append(SweepAxis(option: option, choices: try choices(of: option, in: text)))
        }
        return axes
    }

    private static func flag(_ word: String) -> String? {
        flags.first { $0 == word || "--no-\($0.dropFirst(2))" == word }
    }

    private static func add(_ flag: String, saying word: String, to axes: inout [SweepAxis]) {
        guard let place = axes.firstIndex(where: { $0.option == flag }) else {
            return axes.append(SweepAxis(option: flag, choices: [[word]]))
        }
        if !axes[place].choices.contains([word]) {
            axes[place] = SweepAxis(option: flag, choices: axes[place].choices + [[word]])
        }
    }

    private static func choices(of option: String, in text: String) throws -> [[String]] {
        let hasCommas = optionsWithCommas.contains(option)
        let values = text.split(separator: hasCommas ? ";" : ",", omittingEmptySubsequences: false)
            .map { hasCommas ? $0.trimmingBlanks : String($0) }
        guard values.allSatisfy({ !$0.isEmpty }) else {
            throw ValidationError("'\(option) \(text)' lacks a value: a list is such as 'a,b,c'.")
        }
        do {
            return try values.flatMap { value -> [[String]] in
                if option == "--fault" && value == "none" { return [[]] }
                if hasCommas { return [[option, value]] }
                return try ValueRange.values(in: value).map { [option, $0] }
            }
        } catch {
            throw ValidationError("'\(option) \(text)': \(error)")
        }
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        let start = drop { $0 == " " }
        return String(
            start.prefix(
                upTo: start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.startIndex))
    }
}
