import Engine
import Foundation
import Maelstrom
import Testing

@testable import GossipTUI
@testable import Records

/// Sessions that are saved and had again.
@Suite struct SessionTests {
    private static let commands: [ClusterCommand] = [
        .broadcast(at: NodeID(3)), .setTopology(.heap), .setRate(12.5), .setRate(0),
        .setProtocol(
            BroadcastProtocol(
                dissemination: .infectAndDie(fanout: 3),
                batching: .every(.milliseconds(50), sendsEmpty: true),
                antiEntropy: .push(every: .seconds(2), fanout: 2, relays: false))),
        .setProtocol(
            BroadcastProtocol(dissemination: .flood, batching: .eager, antiEntropy: nil)),
        .partition(.majoritiesRing), .heal,
        .strike(.kill(.nodes(.nodes(NodeSet([NodeID(1), NodeID(2), NodeID(9)]))))),
        .strike(.pause(.one)), .restart(NodeID(1)), .resume(NodeID(24)),
    ]

    @Test(arguments: commands)
    func aCommandIsReadBackFromItsLine(command: ClusterCommand) throws {
        var scenario = Scenario()
        scenario.broadcastProtocol.dissemination = .none
        let read = try ClusterCommand(line: command.line, over: scenario)
        #expect(read == command, "\(command.line)")
    }

    @Test(arguments: [
        "cut n3|n7", "loss 0.25 n0>*", "duplicate 0.5 *|*", "clog 500ms n1|n2-n4", "heal n3|n7",
        "latency 20 latency-dist exponential loss 0.1", "nemesis kill,pause nemesis-interval 5",
        "nemesis none",
    ])
    func aLineIsWrittenAgainAsItWasRead(line: String) throws {
        let command = try ClusterCommand(line: line, over: Scenario())
        let again = try ClusterCommand(line: command.line, over: Scenario())
        #expect(again == command, "\(command.line)")
    }

    @Test func aChangeOfANetworkWithALatencyMapIsReadBack() throws {
        var scenario = GossipTUI.openingScenario
        scenario.nodeCount = 3
        scenario.network.latencyMap = LatencyMap(
            name: "m", groups: ["a", "b"], groupOfNode: [0, 1, 1], means: [[5, 7], [7, 9]])
        var network = scenario.network
        network.loss = 0.1
        let command = ClusterCommand.setNetwork(network)
        let read = try ClusterCommand(line: command.line, over: scenario)
        #expect(read == command, "\(command.line)")
    }

    @Test(arguments: [
        ("latency 3 network ideal", "'network' has no place"),
        ("topology heap node-count 9", "'node-count' has no place"),
        ("rate 5 topology heap", "'topology' has no place"), ("", "there is no command"),
        ("dance", "topology, dissemination, latency, rate, nemesis"),
        ("latency", "Missing value"), ("broadcast n25", "n0 to n24"),
    ])
    func aLineThatIsNoCommandIsRefused(line: String, reason: String) {
        #expect {
            try ClusterCommand(line: line, over: Scenario())
        } throws: { error in
            "\(error)".contains(reason)
        }
    }

    /// A run without end that somebody meddled with, a part of it at one instant.
    private func run() -> ClusterRun {
        var run = ClusterRun(GossipTUI.openingScenario)
        run.advance(to: .zero + .milliseconds(1_700))
        for command in Self.commands.prefix(6) { run.apply(command) }
        run.advance(to: .zero + .milliseconds(4_321))
        for _ in 0..<7 { _ = run.step(.event) }
        run.apply(.partition(.majority))
        run.advance(to: .zero + .seconds(9))
        return run
    }

    private func screen(of run: ClusterRun) -> String {
        var state = Scene.state(run.snapshot(columns: 120), columns: 120, rows: 40)
        state.timeLine = run.timeLine
        state.closeUp = run.closeUp(for: state)
        return render(state).text
    }

    @Test func aSavedSessionHasTheSameRunAndTheSameLastScreen() throws {
        let run = run()
        let text = run.session.json(with: run.report).prettyDescription
        let session = try Session(JSONValue(parsing: Array(text.utf8)[...]))
        #expect(session == run.session)
        let again = ClusterRun(session)
        #expect(again.session.digest == session.digest)
        #expect(screen(of: again) == screen(of: run))
    }

    @Test func aSessionMayEndAmidAnInstant() throws {
        var scenario = GossipTUI.openingScenario
        scenario.topology = .total
        scenario.workload.rate = 0
        var run = ClusterRun(scenario)
        for _ in 0..<5 { _ = run.step(.delivery) }
        let session = run.session
        #expect(ClusterRun(session).session == session)
        _ = run.step(.delivery)
        #expect(run.now.microseconds == session.end.instant.microseconds)
        #expect(run.session.digest != session.digest)
        run.seek(to: .zero)
        #expect(ClusterRun(run.session).session == run.session)
    }

    @Test func whatIsLookedAtInThePastIsSavedToItsEnd() throws {
        var run = run()
        let whole = run.session
        run.seek(to: .zero + .seconds(2))
        #expect(run.session == whole)
    }

    @Test func theReportOfALaboratorysRunIsAScenarioToo() throws {
        let report = Experiment(Preset.maelstromGrid.scenario).run()
        let session = try Session(report.json)
        #expect(!session.isRecorded)
        #expect(session.scenario == Preset.maelstromGrid.scenario)
    }

    @Test(arguments: [
        ("\"do\": \"heal\"", "\"do\": \"dance\"", "command"),
        ("\"us\": 1700000", "\"us\": 9999999999999999", "microseconds"),
        ("\"us\": 9000000", "\"us\": 1000000", "come after the one before"),
        ("\"topology\": \"grid\"", "\"topology\": \"cube\"", "cube"),
        ("\"commands\": [", "\"commands\": 3, \"others\": [", "must be an array"),
        ("\"digest\": \"", "\"digest\": \"x", "hexadecimal"),
    ])
    func whatIsWrongWithASessionIsSaid(old: String, new: String, reason: String) throws {
        var run = run()
        run.apply(.heal)
        let text = run.session.json(with: run.report).prettyDescription
        let broken = text.replacing(old, with: new, maxReplacements: 1)
        try #require(broken != text)
        #expect {
            try Session(JSONValue(parsing: Array(broken.utf8)[...]))
        } throws: { error in
            "\(error)".contains(reason)
        }
    }

    // MARK: Files

    private func exports() -> Exports {
        let run = run()
        return Exports(
            screen: render(Scene.state(run.snapshot(columns: 80), columns: 80, rows: 24)),
            session: run.session, report: run.report, theme: .terminal,
            cast: Asciicast.header(columns: 80, rows: 24))
    }

    @Test func aFileIsWhatItsNameEndsIn() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "exports-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let exports = exports()
        for kind in Exports.Kind.allCases {
            let path = folder.appending(path: "a.\(kind.rawValue)").path()
            #expect(
                exports.write(to: path) == Exports.Outcome(notice: "wrote \(path)", files: [path]))
            // Once more, in place of itself.
            #expect(
                exports.write(to: path) == Exports.Outcome(notice: "wrote \(path)", files: [path]))
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text == exports.text(of: kind) + "\n")
        }
        let path = folder.appending(path: "mine.csv").path()
        try "my own figures".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(exports.write(to: path).notice.contains("another kind is there"))
        #expect(exports.write(to: path).files.isEmpty)
        var later = exports
        later.ownFiles = [path]
        #expect(later.write(to: path).files == [path])
        #expect(
            exports.write(to: "screen.png").notice.contains(
                "must end in .json, .csv, .txt, .svg, .cast"))
        #expect(exports.write(to: "/nowhere/at/all.txt").notice.contains("cannot be written"))
    }

    @Test func theFiguresOfARaceStandSideBySide() throws {
        var exports = exports()
        let report = Experiment(Preset.blogHeap.scenario).run()
        exports.rivals = Exports.Rivals(names: ["grid", "heap, batched"], report: report)
        let lines = exports.text(of: .csv).split(separator: "\n")
        #expect(lines[0] == "figure,grid,\"heap, batched\"")
        #expect(lines[1] == "partial,true,false")
        let outcomes = [exports.report, report].map { RunOutcome($0) }
        let row = try #require(lines.first { $0.hasPrefix("servers.msgs-per-op") })
        let cells = row.split(separator: ",").dropFirst().compactMap { Double($0) }
        #expect(cells == outcomes.map { $0[.messagesPerOperation] })
    }

    @Test func theFiguresAreThoseOfTheReport() throws {
        let exports = exports()
        let rows = exports.text(of: .csv).split(separator: "\n").map { $0.split(separator: ",") }
        #expect(rows[0] == ["figure", "value"] && rows[1] == ["partial", "true"])
        let perOperation = try #require(rows.first { $0[0] == "servers.msgs-per-op" })
        let expected = try #require(exports.report.traffic.messagesPerOperation)
        #expect(Double(perOperation[1]) == expected)
    }
}
