import Engine
import Records
import ScenarioOptions
import Testing

@testable import GossipLab

/// Sessions of the dashboard that are replayed without it.
@Suite struct RecordedSessionTests {
    /// What the dashboard exports of a run without end that somebody meddled with.
    private static var text: String {
        var scenario = Scenario()
        scenario.nodeCount = 9
        scenario.workload.timeLimit = nil
        var history = RunHistory(scenario)
        history.advance(to: .zero + .milliseconds(700))
        history.apply(.setTopology(.heap))
        history.apply(.broadcast(at: NodeID(8)))
        history.advance(to: .zero + .seconds(2))
        let session = Session(
            scenario: scenario, entries: history.entries, end: history.end,
            digest: history.run.digest)
        return session.json(with: history.run.report).prettyDescription + "\n"
    }

    /// How many commands the session has that `text` is; nil if it is none.
    private static func verify(_ text: String) throws -> Int? {
        let file = try TemporaryFile(text)
        defer { file.remove() }
        var lines = try NumberedLines(path: file.path)
        let session = try RecordedSession(try lines.first(), of: lines)
        try session?.verify(against: lines)
        return session?.session.entries.count
    }

    private static func failure(_ text: String) throws -> String {
        try #require(throws: InputFailure.self) { try verify(text) }.description
    }

    @Test func aSessionIsTheSameRunAgain() throws {
        #expect(try Self.verify(Self.text) == 2)
    }

    @Test func anythingElseIsNoSession() throws {
        #expect(try Self.verify("{}\n") == nil && Self.verify("nonsense\n") == nil)
    }

    @Test(arguments: [
        ("\"us\": 700000", "\"us\": 699999", "\"digest\""),
        ("\"complete-count\": ", "\"complete-count\": 9", "in the run:"),
        ("topology heap", "topology cube", "cube"),
        ("\"version\": \"", "\"version\": \"9", "this is \(Release.version)"),
    ])
    func whatWasEditedIsSaid(old: String, new: String, words: String) throws {
        let edited = Self.text.replacing(old, with: new, maxReplacements: 1)
        try #require(edited != Self.text)
        #expect(try Self.failure(edited).contains(words))
    }
}
