import Engine
import Testing

@testable import GossipTUI

@Suite struct HeaderAndFooterTests {
    private static func header(_ columns: Int, _ edit: (inout DashboardState) -> Void = { _ in })
        -> String
    {
        var state = Scene.state(Scene.quiet(), columns: columns, rows: 1)
        edit(&state)
        return render(state).text
    }

    @Test func `The header says what runs, how fast, and when it is`() {
        let line = Self.header(120)
        #expect(
            line.hasPrefix(
                " GossipTUI  grid · flood · push to 5 every 5 s · 100 ms · 100 op/s · seed 42  "))
        #expect(line.hasSuffix("  ▶ x0.25  0:12.34"))
    }

    @Test func `A narrow header loses the scenario from its end, then the speed, then the name`() {
        #expect(Self.header(80).contains("100 ms    ") || Self.header(80).contains("100 op/s"))
        #expect(!Self.header(80).contains("seed"))
        #expect(Self.header(60).hasPrefix(" GossipTUI  grid · flood  "))
        #expect(Self.header(60).contains("▶ x0.25"))
        #expect(Self.header(36) == " GossipTUI  grid   ▶ x0.25  0:12.34")
        #expect(Self.header(30) == " GossipTUI  grid      0:12.34")
        #expect(Self.header(20) == " grid       0:12.34")
        #expect(Self.header(7) == "0:12.34")
    }

    @Test func `Pause and the end of a run show, by a glyph and by a word`() {
        #expect(Self.header(80) { $0.playback = .paused }.contains("‖ x0.25"))
        let ascii = Self.header(80) {
            $0.playback = .paused
            $0.glyphs = .ascii
        }
        #expect(ascii.contains("|| x0.25"))
        #expect(Self.header(80) { $0.snapshot.phase = .recovering }.contains("clients done"))
        let heading = Self.header(80) { $0.playback = .heading(Goal(limit: .zero + .seconds(99))) }
        #expect(heading.contains("▶▶ to 1:39.00"))
        let seeking = Self.header(80) {
            $0.playback = .heading(StepUnit.batch.goal(from: .zero))
            $0.glyphs = .ascii
        }
        #expect(seeking.contains(">> to batch"))
        let finished = Self.header(80) { $0.snapshot.phase = .finished }
        #expect(finished.contains("R again · N new seed  finished"))
    }

    @Test func `Every axis of the protocol and the network has its words`() {
        var scenario = Scenario()
        scenario.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: true)
        scenario.broadcastProtocol.antiEntropy =
            .push(every: .milliseconds(2_500), fanout: 2, relays: false)
        scenario.network.latency = LatencyModel(meanMilliseconds: 20, distribution: .exponential)
        scenario.network.loss = 0.05
        scenario.workload.rate = 12.5
        #expect(
            ScenarioLine(scenario: scenario).parts == [
                "grid", "batches every 50 ms, empty ones too",
                "push to 2 every 2500 ms, not relayed", "20 ms exponential", "loss 0.05",
                "12.5 op/s", "seed 42",
            ])
    }

    @Test func `Other ways to spread values have their words too`() throws {
        func part(_ index: Int, _ change: (inout BroadcastProtocol) -> Void) -> String {
            var scenario = Scenario()
            change(&scenario.broadcastProtocol)
            return ScenarioLine(scenario: scenario).parts[index]
        }
        #expect(part(1) { $0.dissemination = .none } == "no dissemination")
        #expect(
            part(1) { $0.dissemination = .infectAndDie(fanout: 3) } == "infect 3 and die")
        let words: [(AntiEntropy.Mode, AntiEntropy.Clock, String)] = [
            (.pull, .periodic, "pull from 2 every 5 s"),
            (.pushPull, .poisson, "push-pull with 2 about every 5 s"),
            (.pushPullDigest, .synchronous, "digests with 2 in rounds of 5 s"),
        ]
        for (mode, clock, text) in words {
            var antiEntropy = AntiEntropy(mode, every: .seconds(5), fanout: 2)
            antiEntropy.clock = clock
            #expect(part(2) { $0.antiEntropy = antiEntropy } == text)
        }
    }

    @Test func `Faults are told in full where there is room, else in a word`() {
        var scenario = Scenario()
        scenario.nemesis.families = [.partition, .clog]
        scenario.faults = [ScheduledFault(.kill(.one), from: .seconds(2), to: .seconds(6))]
        let line = ScenarioLine(scenario: scenario)
        #expect(
            line.parts == [
                "grid", "flood", "no repair", "partition,clog about every 10 s",
                "kill one at 2s for 4s", "100 ms", "100 op/s", "seed 42",
            ])
        #expect(Array(line.briefParts[3...4]) == ["nemesis", "1 fault"])
        scenario.network.delivery = .ideal
        #expect(ScenarioLine(scenario: scenario).briefParts.contains("100 ms, ideal"))
        scenario.faults.append(ScheduledFault(.pause(.minority), from: .seconds(3)))
        #expect(ScenarioLine(scenario: scenario).parts[4] == "2 faults")
        #expect(ScenarioLine(scenario: scenario).briefParts[4] == "2 faults")
        func header(_ columns: Int) -> String {
            Self.header(columns) { $0.snapshot.scenario.faults = scenario.faults.dropLast() }
        }
        #expect(header(121).contains(" · kill one at 2s for 4s · 100 ms · 100 op/s · seed 42  "))
        #expect(header(110).contains(" · 1 fault · 100 ms · 100 op/s · seed 42  "))
        #expect(header(80).contains("push to 5 every 5 s · 1 fault  "))
    }

    @Test func `Help and quit are in the footer from the width that they take`() {
        let footer = Footer(bindings: KeyBinding.watching, notice: nil)
        for width in 14...200 {
            let actions = footer.fitting(within: width).map(\.action)
            #expect(actions.suffix(2) == [.toggleHelp, .quit], "\(width)")
        }
        let all = KeyBinding.watching.filter { $0.footer != nil }
        #expect(footer.fitting(within: 240) == all)
    }

    @Test func `The footer never exceeds its width`() {
        for width in 0...140 {
            let line = Footer(bindings: KeyBinding.watching, notice: nil).fitting(within: width)
                .map { "\($0.label) \($0.footer ?? "")" }.joined(separator: "  ")
            #expect(line.columns <= width)
        }
    }

    private func typing(_ text: String, columns: Int) -> String {
        var state = Scene.state(Scene.quiet(), columns: columns, rows: 1)
        _ = state.apply(.openCommandLine)
        for character in text { _ = state.apply(.edit(.insert(character))) }
        return render(state).text
    }

    @Test func `A line that is typed stands with what may come next, cut where there is no room`() {
        #expect(typing("topology ", columns: 40) == " :topology    grid  line  total  …")
        #expect(typing("topology tree", columns: 40) == " :topology tree   tree2  tree3  tree4")
        #expect(typing("kill ", columns: 40) == " :kill    n3, n0-n4, one, minority")
        #expect(typing("kill n3", columns: 40) == " :kill n3")
        #expect(typing("batch-interval 50ms", columns: 10) == " :al 50ms")
        for columns in 0...3 { _ = typing("topology ", columns: columns) }
    }

    @Test func `What has no room beside the line, or in it, stands above it`() {
        var state = Scene.state(Scene.quiet(), columns: 40, rows: 12)
        _ = state.apply(.openCommandLine)
        for character in "topology " { _ = state.apply(.edit(.insert(character))) }
        let typing = render(state).text.split(separator: "\n")
        #expect(typing.last == " :topology")
        #expect(typing.suffix(3).first == " grid line total tree2 tree3 tree4 ring")
        state.mode = .watching
        state.notice = "a notice of many words " + String(repeating: "word ", count: 12) + "end"
        let notice = render(state).text.split(separator: "\n")
        #expect(notice.suffix(3).first == " a notice of many words word word word")
        #expect(notice.last?.hasSuffix("word end") == true)
    }
}
