import ArgumentParser
import Engine

extension LogFilter {
    /// Reads kinds of events and at most one node: `faults losses n3`; no kind stands for all.
    init(words: [String], nodeCount: Int) throws {
        self.init()
        var wanted: [Journal.Kind] = []
        for word in words where word != "all" {
            if let kind = Journal.Kind.allCases.first(where: { $0.word == word }) {
                wanted.append(kind)
            } else if word.first == "n", word.dropFirst().allSatisfy(\.isNumber), node == nil {
                node = try TypedCommand.node(word, nodeCount)
            } else {
                let names = Journal.Kind.allCases.map(\.word).joined(separator: ", ")
                throw ValidationError(
                    "the log has no '\(word)': it takes all, \(names), and one node such as n3")
            }
        }
        if !wanted.isEmpty { kinds = Journal.Kind.allCases.filter(wanted.contains) }
    }
}
