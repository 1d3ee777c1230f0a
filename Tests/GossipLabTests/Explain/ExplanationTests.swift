import Engine
import Testing

@testable import GossipLab

/// What is told of values whose story is set by the scenario: nodes in a line or a grid on an ideal
/// network, or Maelstrom's, and faults at set times.
@Suite struct ExplanationTests {
    private let scenario: Scenario = {
        var scenario = Scenario()
        scenario.nodeCount = 4
        scenario.topology = .line
        scenario.network.delivery = .ideal
        scenario.workload.rate = 20
        scenario.workload.timeLimit = .seconds(3)
        scenario.recovery = .seconds(2)
        return scenario
    }()

    private static func explanation(of value: Int, _ scenario: Scenario) -> Explanation {
        Explanation(
            scenario: scenario, journey: JourneyRun(scenario, of: ValueID(value)).run())
    }

    /// The facts of the first value whose story `isWanted` likes, as `name: text`, joined again.
    private static func facts(
        _ scenario: Scenario, where isWanted: (ValueJourney) -> Bool = { _ in true }
    ) throws -> [String] {
        let count = Experiment(scenario).run().traffic.broadcastCount
        let found = (0..<count).lazy.map { JourneyRun(scenario, of: ValueID($0)).run() }
            .first(where: isWanted)
        let journey = try #require(found)
        return facts(in: Explanation(scenario: scenario, journey: journey).text)
    }

    private static func facts(in text: String) -> [String] {
        text.split(separator: "\n").reduce(into: []) { facts, line in
            let rest = line.dropFirst(13)
            if line.hasPrefix(" ") && !facts.isEmpty {
                facts[facts.count - 1] += " \(rest)"
            } else {
                let name = line.prefix(13).split(separator: " ").joined(separator: " ")
                facts.append("\(name) \(rest)")
            }
        }
    }

    private static func node(_ index: Int) -> NodeTarget {
        .nodes(.nodes(NodeSet([NodeID(index)])))
    }

    private static func time(_ instant: Instant) -> String {
        "\(instant.sinceStart.inSeconds.fixed(3)) s"
    }

    @Test func aFloodIsToldHopByHop() throws {
        let facts = try Self.facts(scenario) { $0.broadcast?.node == NodeID(0) }
        #expect(facts.contains("hop 1 1 node after 100 ms: n1"))
        #expect(facts.contains("hop 3 1 node after 300 ms: n3"))
        #expect(facts.contains("last n3, by way of n1 n2: 3 hops of 100 ms"))
        #expect(facts.contains("messages 3 carried it: 3 useful"))
        #expect(facts.contains { $0.hasPrefix("propagation 300 ms from accepting it until every") })
        #expect(facts[1].hasSuffix("and accepted at once"))
    }

    @Test func aGridOfTheChallengeFitsItsLines() {
        var scenario = Scenario()
        scenario.workload.timeLimit = .seconds(2)
        for value in 20..<24 {
            let text = Self.explanation(of: value, scenario).text
            let lines = text.split(separator: "\n")
            #expect(lines.count <= 20)
            #expect(lines.allSatisfy { $0.count <= 80 })
            #expect(text.contains("56 carried it: 24 useful, 32 redundant"))
        }
    }

    @Test func anEstimateBelowTheTruthSaysWhichReadItEndsWith() throws {
        let facts = try Self.facts(scenario) { journey in
            guard case .stable(let latency) = journey.reads.verdict else { return false }
            return latency > .zero && latency < journey.propagation ?? .zero
        }
        let stable = try #require(facts.last)
        #expect(stable.contains(" when n") && stable.contains("acknowledged it; the last read"))
        #expect(stable.contains("less than the truth, for no later read was answered by a node "))
    }

    @Test func whatWaitsForABatchIsToldLegByLeg() throws {
        var scenario = scenario
        scenario.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: false)
        let facts = try Self.facts(scenario) { $0.broadcast?.node == NodeID(0) }
        let legs = facts.filter {
            $0.contains("until n") && $0.contains("'s next batch, then 100 ms")
        }
        #expect(legs.map { $0.prefix(5) } == ["n0>n1", "n1>n2", "n2>n3"])
        #expect(facts.contains { $0.hasPrefix("last n3, in 3 hops: 300 ms under way, ") })
    }

    @Test func aCutThatNothingRepairsLeavesNodesOut() throws {
        var scenario = scenario
        let links = LinkGroup(
            from: .nodes(NodeSet([NodeID(1)])), to: .nodes(NodeSet([NodeID(2)])), isMutual: true)
        scenario.faults = [ScheduledFault(.cut(links), from: .zero)]
        let facts = try Self.facts(scenario) { $0.broadcast?.node == NodeID(0) }
        #expect(facts.contains("messages 2 carried it: 1 useful, 1 cut"))
        #expect(facts.contains("missing 2 nodes, n2 n3 lack it in the end, and nothing repairs"))
        #expect(
            facts.contains { $0.hasPrefix("n2 no message that carried it arrived: n1>n2 cut at") })
        #expect(
            facts.contains(
                "n3 nothing that carried it was sent there; n2, which has a link to it, never had it"
            ))
        #expect(facts.contains("propagation never at every node: some live node always lacked it"))
    }

    @Test func aRepairAfterACutSaysWhoBroughtTheValue() throws {
        var scenario = scenario
        let links = LinkGroup(
            from: .nodes(NodeSet([NodeID(1)])), to: .nodes(NodeSet([NodeID(2)])), isMutual: true)
        scenario.faults = [ScheduledFault(.cut(links), from: .zero, to: .seconds(1))]
        scenario.broadcastProtocol.antiEntropy = AntiEntropy(.push, every: .seconds(2), fanout: 1)
        let facts = try Self.facts(scenario) { journey in
            journey.broadcast?.node == NodeID(0) && journey.mishaps.count == 1
                && journey.learnings.contains { $0.carrier?.kind == .repair }
        }
        #expect(
            facts.contains { $0.hasPrefix("cut 1 message to nodes that got it later: n1>n2 at") })
        #expect(facts.contains { $0.hasPrefix("repair random gossip brought it to ") })
        #expect(
            facts.contains { $0.contains("random gossip of n") && $0.contains(" had it, then ") })
    }

    @Test func aCrashedNodeForgetsAndAFloodDoesNotComeByTwice() throws {
        var scenario = scenario
        scenario.faults = [ScheduledFault(.kill(Self.node(3)), from: .seconds(2), to: .seconds(3))]
        let facts = try Self.facts(scenario) { $0.completion != nil }
        #expect(facts.contains("forgotten n3 forgot it when it crashed at 2.000 s"))
        #expect(
            facts.contains(
                "n3 forgot it in a crash, after which nothing that carried it was sent there; a "
                    + "flood does not come by twice"))
    }

    @Test func aValueThatOnlyACrashedNodeHeldIsLost() throws {
        var scenario = scenario
        scenario.broadcastProtocol.batching = .every(.seconds(4), sendsEmpty: false)
        scenario.faults = [
            ScheduledFault(.kill(.nodes(.everyone)), from: .milliseconds(600), to: .seconds(1))
        ]
        let facts = try Self.facts(scenario) { $0.carriers.sentCount == 0 }
        #expect(facts.contains("messages none carried it"))
        #expect(
            facts.contains {
                $0.hasPrefix("forgotten n") && $0.contains("before it had sent it to anyone")
                    && $0.hasSuffix(
                        "nobody has it any more: every node that held it has crashed since")
            })
        #expect(facts.contains("missing all 4 nodes lack it in the end, and nothing repairs"))
        #expect(
            facts.contains {
                $0.hasPrefix("n")
                    && $0.hasSuffix(
                        " forgot it in a crash, after which nothing that carried it was sent there")
            })
        #expect(
            facts.contains {
                $0.hasPrefix("3 nodes n")
                    && $0.hasSuffix(": nothing that carried it was sent there")
            })
        #expect(facts.last?.hasPrefix("LOST known at ") == true)
    }

    @Test func nodesThatLackTheValueForOneReasonShareALine() throws {
        var scenario = scenario
        scenario.broadcastProtocol.dissemination = .none
        let facts = try Self.facts(scenario)
        #expect(facts.contains("each nothing that carried it was sent there"))
        #expect(facts.count { $0.contains("nothing that carried it was sent there") } == 1)
    }

    @Test func nodesThatForgotTheValueAreNotAmongThoseThatItWasNeverSentTo() throws {
        var scenario = scenario
        scenario.nodeCount = 25
        scenario.topology = .grid
        scenario.faults = [
            ScheduledFault(
                .kill(.nodes(.nodes(NodeSet([7, 11].map(NodeID.init))))), from: .seconds(2),
                to: .seconds(3))
        ]
        for node in [3, 13, 16, 18, 23] {
            let links = LinkGroup(
                from: .nodes(NodeSet([NodeID(node)])), to: .everyone, isMutual: true)
            scenario.faults.append(ScheduledFault(.cut(links), from: .zero))
        }
        let facts = try Self.facts(scenario) { journey in
            journey.broadcast?.node == NodeID(12) && journey.learnings.count > 12
        }
        #expect(
            facts.contains(
                "2 nodes n7 n11: forgot it in a crash, after which nothing that carried it was sent "
                    + "there"))
    }

    @Test func aBroadcastThatNobodyTookTimesOut() throws {
        var scenario = scenario
        scenario.workload.timeLimit = .seconds(7)
        scenario.faults = [ScheduledFault(.kill(.nodes(.everyone)), from: .zero, to: .seconds(6))]
        let explanation = Self.explanation(of: 0, scenario)
        let facts = Self.facts(in: explanation.text)
        let asked = try #require(explanation.journey.broadcast?.invokedAt)
        #expect(
            facts[1].hasSuffix(
                "at \(Self.time(asked)), but never accepted; "
                    + "n\(explanation.journey.broadcast?.node.index ?? 0) was down from 0.000 s to "
                    + "6.000 s; the client gave up at \(Self.time(asked + .seconds(5)))"))
        #expect(facts.count == 3)
        #expect(
            facts[2]
                == "unread nobody knows of it: no client was told that it was accepted, and no read "
                + "showed it")
    }

    @Test func aPauseAClogAndASecondCopyAreNamedWhereTheyMatter() throws {
        var scenario = scenario
        let links = LinkGroup(
            from: .nodes(NodeSet([NodeID(1)])), to: .nodes(NodeSet([NodeID(2)])), isMutual: true)
        scenario.faults = [
            ScheduledFault(.pause(Self.node(1)), from: .milliseconds(200), to: .milliseconds(900)),
            ScheduledFault(.clog(links, by: .milliseconds(70)), from: .zero),
            ScheduledFault(.duplication(links, share: 1), from: .zero),
        ]
        let facts = try Self.facts(scenario) { journey in
            journey.broadcast?.node == NodeID(0)
                && journey.learnings.contains {
                    $0.node == NodeID(1) && $0.at == Instant(microseconds: 900_000)
                }
        }
        #expect(
            facts.contains {
                $0.hasPrefix("n0>n1 ") && $0.hasSuffix("; n1 was paused from 0.200 s until then")
            })
        #expect(
            facts.contains(
                "n1>n2 170 ms; the link was clogged by 70 ms; one of its two copies"))
        #expect(facts.contains("n2>n3 100 ms"))
    }

    @Test func aWaitInMaelstromsQueueIsNamedWhereTheLatencyProvesIt() throws {
        var scenario = scenario
        scenario.network.delivery = .maelstrom
        // n1 often waits for what comes from n0, and what comes from n2 waits behind it.
        scenario.network.latencyMap = LatencyMap(
            name: "m", groups: ["far", "near"], groupOfNode: [0, 1, 1, 1],
            means: [[1, 200], [200, 1]])
        let facts = try Self.facts(scenario) { journey in
            journey.completion?.learning.map { place in
                journey.path(to: place).contains { end in
                    guard let carrier = end.carrier, end.behind?.source == NodeID(0) else {
                        return false
                    }
                    return carrier.source == NodeID(2)
                        && end.at - carrier.sentAt > .milliseconds(1)
                }
            } ?? false
        }
        #expect(
            facts.contains {
                $0.hasPrefix("n2>n1 ")
                    && $0.hasSuffix(" of it in n1's queue behind a message from n0")
            })
    }

    @Test func aCloggedMessageThatHeldAQueueIsNamed() throws {
        var scenario = scenario
        scenario.network.delivery = .maelstrom
        let links = LinkGroup(
            from: .nodes(NodeSet([NodeID(0)])), to: .nodes(NodeSet([NodeID(1)])), isMutual: false)
        scenario.faults = [ScheduledFault(.clog(links, by: .milliseconds(700)), from: .zero)]
        let request = try Self.facts(scenario) { journey in
            journey.broadcast?.node == NodeID(1) && journey.learnings[0].behind != nil
        }
        let clog = "in n1's queue behind a message from n0 over a link clogged by 700 ms"
        #expect(request[1].hasSuffix("; the request waited \(clog)"))
        let path = try Self.facts(scenario) { journey in
            guard let place = journey.completion?.learning else { return false }
            return journey.path(to: place).contains { end in
                guard let carrier = end.carrier, carrier.source == NodeID(2) else { return false }
                return end.node == NodeID(1) && end.behind != nil
                    && end.at - carrier.sentAt > .milliseconds(100)
            }
        }
        #expect(path.contains { $0.hasPrefix("n2>n1 ") && $0.hasSuffix(" of it \(clog)") })
    }

    @Test func theLastOfTheLiveNodesIsNoLastOfAll() throws {
        var scenario = scenario
        scenario.faults = [ScheduledFault(.kill(Self.node(3)), from: .zero, to: .seconds(1))]
        scenario.broadcastProtocol.antiEntropy = AntiEntropy(.push, every: .seconds(2), fanout: 3)
        let facts = try Self.facts(scenario) { $0.broadcast?.node == NodeID(0) }
        #expect(facts.contains("last live n2, by way of n1: 2 hops of 100 ms"))
        #expect(facts.contains { $0.hasPrefix("repair random gossip brought it to n3, from n") })
        #expect(facts.contains { $0.hasPrefix("propagation 200 ms ") && $0.hasSuffix("n3") })
    }

    @Test func aLastNodeThatHadForgottenTheValueSaysSo() throws {
        var scenario = scenario
        let (n1, n3) = (
            NodeGroup.nodes(NodeSet([NodeID(1)])), NodeGroup.nodes(NodeSet([NodeID(3)]))
        )
        scenario.faults = [
            ScheduledFault(
                .cut(LinkGroup(from: n3, to: .everyone, isMutual: true)), from: .zero,
                to: .seconds(1)),
            ScheduledFault(
                .cut(LinkGroup(from: n1, to: .everyone, isMutual: true)), from: .seconds(1),
                to: .milliseconds(2_500)),
            ScheduledFault(.kill(Self.node(1)), from: .seconds(1), to: .milliseconds(1_100)),
        ]
        scenario.broadcastProtocol.antiEntropy = AntiEntropy(.push, every: .seconds(1), fanout: 3)
        let facts = try Self.facts(scenario) { journey in
            guard let last = journey.completion?.learning else { return false }
            return journey.learnings[last].node == NodeID(1)
                && journey.learnings[..<last].contains { $0.node == NodeID(1) }
        }
        #expect(facts.contains { $0.hasPrefix("last n1, which had forgotten it, in ") })
        #expect(facts.contains { $0.hasPrefix("repair random gossip brought it to 2 nodes, ") })
    }

    @Test func nodesThatForgetAndLearnByGossipAgainAreCountedOnce() throws {
        var scenario = scenario
        scenario.faults = [1_000, 2_500].map { start in
            ScheduledFault(
                .kill(Self.node(3)), from: .milliseconds(start), to: .milliseconds(start + 100))
        }
        scenario.broadcastProtocol.antiEntropy = AntiEntropy(.push, every: .seconds(1), fanout: 3)
        let facts = try Self.facts(scenario) { journey in
            journey.learnings.count { $0.carrier?.kind == .repair } == 2
        }
        #expect(
            facts.contains {
                $0.hasPrefix("repair random gossip brought it to n3 2 times, first from n")
            })
    }

    @Test func hundredsOfNodesAndHopsAreSummarised() {
        var scenario = scenario
        scenario.nodeCount = 300
        scenario.recovery = .seconds(40)
        let lines = Self.explanation(of: 0, scenario).text.split(separator: "\n")
        #expect(lines.count <= 20)
        #expect(lines.contains { $0.hasPrefix("hops 1-") && $0.contains(" nodes after 100 ") })
        #expect(lines.allSatisfy { $0.count <= 80 })
    }

    @Test func aPartOfARunSaysThatItIsOne() {
        var scenario = scenario
        scenario.workload.timeLimit = .seconds(30)
        let early = JourneyRun(scenario, of: ValueID(0)).run { $0.share < 0.02 }
        let facts = Self.facts(in: Explanation(scenario: scenario, journey: early).text)
        #expect(facts.last?.hasPrefix("PARTIAL ended after 0.") == true)
        let before = JourneyRun(scenario, of: ValueID(9)).run { _ in false }
        let explanation = Explanation(scenario: scenario, journey: before)
        #expect(
            Self.facts(in: explanation.text).last?.hasSuffix("before any client broadcast value 9")
                == true)
        #expect(!explanation.isOfNoValue)
    }

    @Test(arguments: [(20.0, "the values are 0 to "), (0.0, "they broadcast none at all")])
    func aValueThatNobodyBroadcastIsAnErrorThatSaysWhichThereAre(rate: Double, words: String) {
        var scenario = scenario
        scenario.workload.rate = rate
        let explanation = Self.explanation(of: 5_000, scenario)
        #expect(explanation.isOfNoValue)
        #expect(explanation.unknownValueText.contains(words))
    }

    @Test(arguments: [
        (0, "0 ms"), (400, "0.4 ms"), (7_612, "7.6 ms"), (31_400, "31 ms"), (4_312_000, "4312 ms"),
        (12_340_000, "12.3 s"),
    ])
    func aSpanIsBrief(microseconds: Int64, text: String) {
        #expect(TimeSpan(microseconds: microseconds).brief == text.replacing(" ", with: Fact.tie))
    }
}
