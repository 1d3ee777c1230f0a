import Engine
import Testing

@testable import GossipTUI

@Suite struct CommandLineTests {
    private func line(_ text: String, history: [String] = []) -> CommandLine {
        var line = CommandLine()
        for former in history {
            for character in former { line.apply(.insert(character)) }
            _ = line.take()
        }
        for character in text { line.apply(.insert(character)) }
        return line
    }

    private func edited(_ text: String, by edits: [CommandLine.Edit]) -> String {
        var line = line(text)
        for edit in edits { line.apply(edit) }
        let start = line.text.prefix(line.cursor)
        return "\(start)|\(line.text.dropFirst(line.cursor))"
    }

    @Test func keysEditAtTheCursor() {
        #expect(edited("kill n3", by: []) == "kill n3|")
        #expect(edited("kill n3", by: [.deleteBackward, .insert("4")]) == "kill n4|")
        #expect(edited("kill n3", by: [.moveLeft, .moveLeft, .insert("x")]) == "kill x|n3")
        #expect(edited("kill n3", by: [.moveToStart, .deleteBackward]) == "|kill n3")
        #expect(edited("kill n3", by: [.moveToStart, .moveRight]) == "k|ill n3")
        #expect(edited("kill n3", by: [.moveToStart, .moveToEnd, .moveRight]) == "kill n3|")
        #expect(edited("kill n3", by: [.deleteWord]) == "kill |")
        #expect(edited("kill n3 ", by: [.deleteWord, .deleteWord]) == "|")
        #expect(edited("kill n3", by: [.clear]) == "|")
        #expect(edited("kill n3", by: [.moveToStart, .deleteForward]) == "|ill n3")
        #expect(edited("kill n3", by: [.deleteForward]) == "kill n3|")
        #expect(edited("kill n3", by: [.moveLeft, .moveLeft, .deleteToEnd]) == "kill |")
    }

    @Test func linesBeforeComeBackAndTheNewOneIsNotLost() {
        var line = line("he", history: ["kill n3", "step", "step"])
        #expect(line.history == ["kill n3", "step"])
        line.apply(.recallPrevious)
        #expect(line.text == "step")
        line.apply(.recallPrevious)
        line.apply(.recallPrevious)
        #expect(line.text == "kill n3")
        line.apply(.recallNext)
        line.apply(.recallNext)
        line.apply(.recallNext)
        #expect(line.text == "he")
    }

    @Test func theHistoryHasAnEnd() {
        let line = line("", history: (0..<250).map { "kill n\($0)" })
        #expect(line.history.count == 100)
        #expect(line.history.last == "kill n249")
    }

    @Test(arguments: [
        ("topo", "topology "), ("topology tr", "topology tree"), ("topology h", "topology heap "),
        ("gossip-mode push-pull-d", "gossip-mode push-pull-digest "), ("qu", "quit "),
        ("topology heap batch", "topology heap batch-interval "),
        ("send-empty-batches topo", "send-empty-batches topology "),
        ("partition maj", "partition majorit"), ("speed x0.2", "speed x0.25 "),
        ("nonsense", "nonsense"), ("kill n", "kill n"), ("kill n3 topo", "kill n3 topo"),
    ])
    func tabWritesWhatAllCandidatesBeginWith(text: String, completed: String) {
        var line = line(text)
        line.apply(.complete)
        #expect(line.text == completed)
        #expect(line.cursor == completed.count)
    }

    @Test func whatComesNextIsShown() {
        #expect(line("topology ").candidates == Topology.allCases.map(\.rawValue))
        #expect(line("topology ").example == nil)
        #expect(line("batch-interval ").example == "50ms, 0ms for at once")
        #expect(line("batch-interval 5").example == nil)
        #expect(line("batch-interval 50ms ").candidates.contains("topology"))
        #expect(!line("batch-interval 50ms ").candidates.contains("kill"))
        #expect(line("").candidates.contains("kill"))
    }

    @Test func everyOptionOfAScenarioIsAWord() {
        let names = Set(CommandVocabulary.words.map(\.name))
        // A fault is a word of its own here, and a map is a file.
        for option in Scenario().scenarioOptionNames
        where !["fault", "latency-map"].contains(option) {
            #expect(names.contains(option), "\(option)")
        }
        #expect(names.count == CommandVocabulary.words.count)
    }
}
