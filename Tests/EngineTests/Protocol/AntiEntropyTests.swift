import Engine
import Testing

/// Each mode and clock of anti-entropy, told as transcripts.
struct AntiEntropyTests {
    private let client = RequestID(7)
    private let peer = NodeID(3)

    private func set(_ values: [Int]) -> ValueSet { ValueSet(values.map(ValueID.init)) }

    private func repair(_ payload: GossipMessage.Payload) -> GossipMessage {
        GossipMessage(kind: .repair, payload: payload)
    }

    private func request(_ payload: GossipMessage.Payload) -> GossipMessage {
        GossipMessage(kind: .request, payload: payload)
    }

    /// A node whose values spread by `mode` alone and that holds `values`.
    private func node(_ mode: AntiEntropy.Mode, holding values: [Int] = []) -> BroadcastNode {
        var node = BroadcastNode.example(
            BroadcastProtocol(
                dissemination: .none,
                antiEntropy: AntiEntropy(mode, every: .seconds(1), fanout: 1)))
        for value in values { _ = node.outputs(of: .broadcast(ValueID(value), client)) }
        return node
    }

    /// What the node says to a random peer when its timer fires.
    private func opening(_ node: BroadcastNode) -> GossipMessage? {
        var node = node
        _ = node.outputs(of: .started)
        let outputs = node.outputs(of: .timerFired(.antiEntropy), at: Instant(microseconds: 1))
        guard outputs.count == 2, case .send(let message, _) = outputs.first else { return nil }
        return message
    }

    // MARK: Openings

    @Test func eachModeOpensAnExchangeInItsWay() {
        #expect(opening(node(.push, holding: [1, 4])) == repair(.all(set([1, 4]))))
        #expect(opening(node(.pull, holding: [1, 4])) == request(.batch([])))
        #expect(opening(node(.pushPull, holding: [1, 4])) == request(.all(set([1, 4]))))
        #expect(opening(node(.pushPullDigest, holding: [1, 4])) == request(.digest(set([1, 4]))))
    }

    @Test func anExchangeIsWithAsManyDifferentNodesAsTheFanoutSays() {
        for mode in AntiEntropy.Mode.allCases {
            let antiEntropy = AntiEntropy(mode, every: .seconds(1), fanout: 4)
            var node = BroadcastNode.example(of: 10, BroadcastProtocol(antiEntropy: antiEntropy))
            _ = node.outputs(of: .started)
            let receivers = node.outputs(of: .timerFired(.antiEntropy)).compactMap(\.receiver)
            #expect(receivers.count == 4)
            #expect(Set(receivers).count == 4 && !receivers.contains(NodeID(0)))
        }
    }

    // MARK: Answers

    @Test func aPullIsAnsweredWithAllValuesHeld() {
        var node = node(.pull, holding: [1, 4])
        #expect(
            node.outputs(of: .received(request(.batch([])), from: peer)) == [
                .send(repair(.all(set([1, 4]))), to: peer)
            ])
    }

    @Test func aPushPullIsAnsweredWithAllValuesHeldBefore() {
        var node = node(.pushPull, holding: [1, 4])
        #expect(
            node.outputs(of: .received(request(.all(set([1, 2]))), from: peer)) == [
                .send(repair(.all(set([1, 4]))), to: peer),
                .learned(ValueID(2), from: peer),
            ])
        #expect(node.values == set([1, 2, 4]))
    }

    @Test func aPushIsNotAnswered() {
        var node = node(.push, holding: [1])
        #expect(
            node.outputs(of: .received(repair(.all(set([2]))), from: peer)) == [
                .learned(ValueID(2), from: peer)
            ])
    }

    @Test func digestsThatDifferCostThreeMessagesWithEachMissingValueOnce() throws {
        var asker = node(.pushPullDigest, holding: [1, 2, 5])
        var asked = node(.pushPullDigest, holding: [2, 3, 4])
        let digest = try #require(opening(asker))
        let difference = request(.difference([3, 4].map(ValueID.init), wanted: set([1, 5])))
        #expect(
            asked.outputs(of: .received(digest, from: NodeID(0))) == [
                .send(difference, to: NodeID(0))
            ])
        let rest = repair(.batch([1, 5].map(ValueID.init)))
        #expect(
            asker.outputs(of: .received(difference, from: peer)) == [
                .send(rest, to: peer),
                .learned(ValueID(3), from: peer), .learned(ValueID(4), from: peer),
            ])
        #expect(
            asked.outputs(of: .received(rest, from: NodeID(0))) == [
                .learned(ValueID(1), from: NodeID(0)), .learned(ValueID(5), from: NodeID(0)),
            ])
        #expect(asker.values == set([1, 2, 3, 4, 5]) && asked.values == asker.values)
        #expect([digest, difference, rest].map(\.valueCount) == [0, 2, 2])
    }

    @Test func aDigestTeachesNothingByItself() {
        var node = node(.pushPullDigest)
        let difference = request(.difference([], wanted: set([6])))
        #expect(
            node.outputs(of: .received(request(.digest(set([6]))), from: peer)) == [
                .send(difference, to: peer)
            ])
        #expect(node.values.isEmpty)
    }

    @Test func aDigestThatLacksSomeValuesIsAnsweredWithThemAndNoQuestion() {
        var node = node(.pushPullDigest, holding: [1, 2])
        #expect(
            node.outputs(of: .received(request(.digest(set([1]))), from: peer)) == [
                .send(repair(.batch([ValueID(2)])), to: peer)
            ])
    }

    @Test func equalDigestsAreNotAnswered() {
        var node = node(.pushPullDigest, holding: [1, 2])
        #expect(node.outputs(of: .received(request(.digest(set([1, 2]))), from: peer)) == [])
    }

    @Test func onlyValuesHeldAreSentWhateverIsWanted() {
        var node = node(.pushPullDigest, holding: [1])
        let wanted = request(.difference([], wanted: set([1, 9])))
        #expect(
            node.outputs(of: .received(wanted, from: peer)) == [
                .send(repair(.batch([ValueID(1)])), to: peer)
            ])
        let unknown = request(.difference([], wanted: set([9])))
        #expect(node.outputs(of: .received(unknown, from: peer)) == [])
    }

    @Test func requestsAreAnsweredWithoutAntiEntropyOfOnesOwn() {
        var node = BroadcastNode.example()
        #expect(
            node.outputs(of: .received(request(.batch([])), from: peer)) == [
                .send(repair(.all(ValueSet())), to: peer)
            ])
    }

    @Test func whatAnAnswerTaughtIsRelayedOnlyIfTheProtocolSaysSo() {
        for relays in [true, false] {
            var antiEntropy = AntiEntropy(.pushPull, every: .seconds(1), fanout: 1)
            antiEntropy.relays = relays
            var node = BroadcastNode.example(BroadcastProtocol(antiEntropy: antiEntropy))
            let flooded = GossipMessage(kind: .dissemination, payload: .one(ValueID(6)))
            let relayed: [NodeOutput] = [
                .send(flooded, to: NodeID(1)), .send(flooded, to: NodeID(2)),
            ]
            #expect(
                node.outputs(of: .received(repair(.all(set([6]))), from: peer))
                    == [.learned(ValueID(6), from: peer)] + (relays ? relayed : []))
        }
    }

    // MARK: Clocks

    /// The first deadlines of a node that started at `start`, with a second as the interval.
    private func deadlines(
        _ clock: AntiEntropy.Clock, id: Int = 0, start: Instant = .zero, count: Int = 5
    ) throws -> [Instant] {
        var antiEntropy = AntiEntropy(.push, every: .seconds(1), fanout: 1)
        antiEntropy.clock = clock
        var node = BroadcastNode.example(id: id, BroadcastProtocol(antiEntropy: antiEntropy))
        var outputs = node.outputs(of: .started, at: start)
        var deadlines: [Instant] = []
        for _ in 0..<count {
            let deadline = try #require(outputs.last?.deadline(of: .antiEntropy))
            deadlines.append(deadline)
            outputs = node.outputs(of: .timerFired(.antiEntropy), at: deadline)
        }
        return deadlines
    }

    @Test func aPeriodicClockTicksEveryIntervalFromAPhaseOfItsOwn() throws {
        let first = try deadlines(.periodic)
        #expect(first[0].sinceStart < .seconds(1))
        for (earlier, later) in zip(first, first.dropFirst()) {
            #expect(later - earlier == .seconds(1))
        }
        #expect(try deadlines(.periodic, id: 1)[0] != first[0])
    }

    @Test func aSynchronousClockTicksAtMultiplesOfTheIntervalWheneverTheNodeStarted() throws {
        let expected = (1...5).map { Instant(microseconds: $0 * 1_000_000) }
        #expect(try deadlines(.synchronous) == expected)
        #expect(try deadlines(.synchronous, id: 2, start: Instant(microseconds: 7)) == expected)
        let late = try deadlines(.synchronous, start: Instant(microseconds: 1_000_000), count: 1)
        #expect(late == [Instant(microseconds: 2_000_000)])
    }

    @Test func aPoissonClocksGapsAreExponential() throws {
        let count = 10_000
        let instants = try [.zero] + deadlines(.poisson, count: count)
        let gaps = zip(instants, instants.dropFirst()).map { ($1 - $0).inSeconds }
        let mean = gaps.reduce(0, +) / Double(count)
        let error = 1 / Double(count).squareRoot()
        #expect(abs(mean - 1) < 4 * error, "mean gap \(mean), expected 1, standard error \(error)")
        // The chance of more than the mean is 1/e.
        let longer = Double(gaps.count { $0 > 1 }) / Double(count)
        let shareError = (0.367_879 * 0.632_121 / Double(count)).squareRoot()
        #expect(
            abs(longer - 0.367_879) < 4 * shareError,
            "\(longer) longer than the mean, expected 0.368, standard error \(shareError)")
    }

    @Test func aLateHostOfAPoissonClockGetsOneTickForAllItMissed() throws {
        var antiEntropy = AntiEntropy(.push, every: .milliseconds(1), fanout: 1)
        antiEntropy.clock = .poisson
        var node = BroadcastNode.example(BroadcastProtocol(antiEntropy: antiEntropy))
        _ = node.outputs(of: .started)
        let late = Instant(microseconds: 60_000_000)
        let outputs = node.outputs(of: .timerFired(.antiEntropy), at: late)
        #expect(outputs.count == 2)
        #expect(try #require(outputs.last?.deadline(of: .antiEntropy)) >= late)
    }

    @Test func anotherClockOrIntervalSetsTheTimerAnewAndAnotherModeDoesNot() {
        var antiEntropy = AntiEntropy(.push, every: .seconds(1), fanout: 1)
        var node = BroadcastNode.example(BroadcastProtocol(antiEntropy: antiEntropy))
        _ = node.outputs(of: .started)
        antiEntropy.mode = .pull
        antiEntropy.fanout = 2
        let changed = BroadcastProtocol(antiEntropy: antiEntropy)
        #expect(node.outputs(of: .protocolChanged(changed)) == [])
        antiEntropy.clock = .synchronous
        let synchronous = BroadcastProtocol(antiEntropy: antiEntropy)
        #expect(
            node.outputs(of: .protocolChanged(synchronous)) == [
                .setTimer(.antiEntropy, at: Instant(microseconds: 1_000_000))
            ])
        #expect(
            node.outputs(of: .protocolChanged(BroadcastProtocol())) == [.cancelTimer(.antiEntropy)])
    }
}
