import Engine
import ScenarioOptions

extension Scenario {
    /// The command that runs the scenario once, to be pasted into a shell.
    var command: String { command(beside: []) }

    /// The command `gossip-lab name` for the scenario, with `options` of another kind before its
    /// own.
    func command(_ name: String = "run", beside options: [String]) -> String {
        (["gossip-lab", name] + options + arguments).map(Self.quoted).joined(separator: " ")
    }

    /// `word` as a shell reads it as one word; a fault and a file's name may need quotes.
    static func quoted(_ word: String) -> String {
        let isPlain = word.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber) || "-_./,:+=@%".contains($0)
        }
        if isPlain && !word.isEmpty { return word }
        let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
        return "'\(pieces.joined(separator: "'\\''"))'"
    }
}
