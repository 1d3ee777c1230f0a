import Engine
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
                "infect 3 and die in batches every 50ms, empty ones too, no repair"
            ),
            (exchanging(.push, .periodic), "flood at once, push to 2 every 5s"),
            (exchanging(.pull, .poisson), "flood at once, pull from 2 about every 5s"),
            (
                exchanging(.pushPull, .synchronous),
                "flood at once, push-pull with 2 in rounds of 5s"
            ),
            (
                exchanging(.pushPullDigest, .periodic, relays: false),
                "flood at once, push-pull of digests with 2 every 5s without relaying"
            ),
        ]
        for (spreading, text) in words {
            var scenario = Scenario()
            scenario.broadcastProtocol = spreading
            #expect(scenario.summary.contains(", \(text), "), "\(scenario.summary)")
        }
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
