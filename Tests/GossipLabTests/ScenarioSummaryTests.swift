import Engine
import Foundation
import Testing

@testable import GossipLab

@Suite struct ScenarioSummaryTests {
    @Test func theSummarySaysHowValuesSpread() {
        #expect(Scenario().summary.contains(", flood at once, no repair, "))
        let words: [(BroadcastProtocol, String)] = [
            (BroadcastProtocol(dissemination: .none), "no dissemination, no repair"),
            (
                BroadcastProtocol(
                    dissemination: .infectAndDie(fanout: 3),
                    batching: .every(.milliseconds(50), sendsEmpty: true)),
                "infect 3 and die in batches every 50 ms, empty ones too, no repair"
            ),
            (exchanging(.push, .periodic), "flood at once, push to 2 every 5 s"),
            (exchanging(.pull, .poisson), "flood at once, pull from 2 about every 5 s"),
            (
                exchanging(.pushPull, .synchronous),
                "flood at once, push-pull with 2 in rounds of 5 s"
            ),
            (
                exchanging(.pushPullDigest, .periodic, relays: false),
                "flood at once, digests with 2 every 5 s, not relayed"
            ),
        ]
        for (spreading, text) in words {
            var scenario = Scenario()
            scenario.broadcastProtocol = spreading
            #expect(scenario.summary.contains(", \(text), "), "\(scenario.summary)")
        }
    }

    @Test func theSummarySaysWhatGoesWrong() {
        var scenario = Scenario()
        scenario.nemesis.families = [.partition, .kill]
        scenario.nemesis.interval = .milliseconds(1_500)
        #expect(scenario.summary.contains(", partition,kill about every 1500 ms, 100 op/s"))
        let cut = LinkGroup(from: .nodes(NodeSet([NodeID(3)])), to: .everyone, isMutual: true)
        scenario.nemesis.families = []
        scenario.faults = [ScheduledFault(.cut(cut), from: .seconds(2), to: .seconds(6))]
        #expect(scenario.summary.contains(", cut n3|* at 2s for 4s, 100 op/s"))
        scenario.faults.append(ScheduledFault(.kill(.one), from: .seconds(9)))
        #expect(scenario.summary.contains(", 2 faults, 100 op/s"))
    }

    @Test func theCommandOfAScenarioWithFaultsIsReadAsItsArgumentsByAShell() throws {
        var scenario = Scenario()
        let links = LinkGroup(
            from: .everyone, to: .nodes(NodeSet([0, 1, 2, 7].map(NodeID.init))), isMutual: false)
        scenario.faults = [
            ScheduledFault(.loss(links, share: 0.25), from: .zero),
            ScheduledFault(.pause(.nodes(.everyone)), from: .seconds(1), to: .seconds(2)),
        ]
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "for word in \(scenario.command); do echo \"$word\"; done"]
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let lines = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        #expect(
            String(decoding: lines, as: UTF8.self).split(separator: "\n").map(String.init) == [
                "gossip-lab", "run", "--fault", "loss 0.25 *>n0-n2,n7 at 0s", "--fault",
                "pause * at 1s for 1s", "--seed", "42",
            ])
    }

    private func exchanging(
        _ mode: AntiEntropy.Mode, _ clock: AntiEntropy.Clock, relays: Bool = true
    ) -> BroadcastProtocol {
        var antiEntropy = AntiEntropy(mode, every: .seconds(5), fanout: 2)
        antiEntropy.clock = clock
        antiEntropy.relays = relays
        return BroadcastProtocol(antiEntropy: antiEntropy)
    }
}
