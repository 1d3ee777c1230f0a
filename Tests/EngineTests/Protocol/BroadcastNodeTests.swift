import Engine
import Testing

/// What a node does, told as transcripts: inputs at their times, and all that came out.
struct BroadcastNodeTests {
    private let client = RequestID(7)

    private func flooded(_ value: Int) -> GossipMessage {
        GossipMessage(kind: .dissemination, payload: .one(ValueID(value)))
    }

    private func repair(_ values: [Int]) -> GossipMessage {
        GossipMessage(kind: .repair, payload: .all(ValueSet(values.map(ValueID.init))))
    }

    @Test func aBroadcastValueGoesToAllNeighboursAndIsAcknowledged() {
        var node = BroadcastNode.example()
        #expect(
            node.outputs(of: .broadcast(ValueID(5), client)) == [
                .learned(ValueID(5), from: nil),
                .send(flooded(5), to: NodeID(1)),
                .send(flooded(5), to: NodeID(2)),
                .acknowledgeBroadcast(client),
            ])
        #expect(Array(node.values) == [ValueID(5)])
    }

    @Test func aValueHeldAlreadyIsAcknowledgedAndGoesNowhere() {
        var node = BroadcastNode.example()
        _ = node.outputs(of: .broadcast(ValueID(5), client))
        #expect(node.outputs(of: .broadcast(ValueID(5), client)) == [.acknowledgeBroadcast(client)])
        #expect(node.outputs(of: .received(flooded(5), from: NodeID(1))) == [])
    }

    @Test func aReceivedValueIsNotSentBackToWhereItCameFrom() {
        var node = BroadcastNode.example()
        #expect(
            node.outputs(of: .received(flooded(5), from: NodeID(1))) == [
                .learned(ValueID(5), from: NodeID(1)),
                .send(flooded(5), to: NodeID(2)),
            ])
    }

    @Test func aReadIsAnsweredWithAllValuesHeld() {
        var node = BroadcastNode.example()
        _ = node.outputs(of: .received(repair([3, 1]), from: NodeID(3)))
        #expect(node.outputs(of: .read(client)) == [.answerRead(client)])
        #expect(Array(node.values) == [ValueID(1), ValueID(3)])
    }

    @Test func aBatchHoldsWhatIsNewSinceTheLastOneButNothingForItsSource() throws {
        let batching = Batching.every(.milliseconds(50), sendsEmpty: false)
        var node = BroadcastNode.example(BroadcastProtocol(batching: batching))
        let deadline = try #require(node.outputs(of: .started).first?.deadline(of: .batch))
        #expect(deadline.sinceStart < .milliseconds(50))
        _ = node.outputs(of: .received(flooded(8), from: NodeID(1)))
        _ = node.outputs(of: .broadcast(ValueID(9), client))
        let next = NodeOutput.setTimer(.batch, at: deadline + .milliseconds(50))
        #expect(
            node.outputs(of: .timerFired(.batch), at: deadline) == [
                .send(
                    GossipMessage(kind: .dissemination, payload: .batch([ValueID(9)])),
                    to: NodeID(1)),
                .send(
                    GossipMessage(
                        kind: .dissemination, payload: .batch([ValueID(8), ValueID(9)])),
                    to: NodeID(2)),
                next,
            ])
        #expect(
            node.outputs(of: .timerFired(.batch), at: deadline + .milliseconds(50)) == [
                .setTimer(.batch, at: deadline + .milliseconds(100))
            ])
    }

    @Test func aLateHostSkipsTheTicksItMissed() throws {
        let batching = Batching.every(.milliseconds(50), sendsEmpty: true)
        var node = BroadcastNode.example(BroadcastProtocol(batching: batching))
        let deadline = try #require(node.outputs(of: .started).first?.deadline(of: .batch))
        let outputs = node.outputs(of: .timerFired(.batch), at: deadline + .milliseconds(175))
        #expect(outputs.count == 3)
        #expect(outputs.last == .setTimer(.batch, at: deadline + .milliseconds(200)))
    }

    @Test func repairPushesEverythingToDifferentOtherNodes() throws {
        let antiEntropy = AntiEntropy.push(every: .seconds(5), fanout: 3, relays: true)
        var node = BroadcastNode.example(id: 2, of: 10, BroadcastProtocol(antiEntropy: antiEntropy))
        var deadline = try #require(node.outputs(of: .started).first?.deadline(of: .antiEntropy))
        _ = node.outputs(of: .broadcast(ValueID(4), client))
        var receivers: Set<NodeID> = []
        for _ in 0..<100 {
            let outputs = node.outputs(of: .timerFired(.antiEntropy), at: deadline)
            let peers = outputs.compactMap { output -> NodeID? in
                guard case .send(repair([4]), let peer) = output else { return nil }
                return peer
            }
            #expect(Set(peers).count == 3)
            receivers.formUnion(peers)
            deadline = deadline + .seconds(5)
            #expect(outputs.last == .setTimer(.antiEntropy, at: deadline))
        }
        #expect(receivers == Set((0..<10).filter { $0 != 2 }.map(NodeID.init)))
    }

    @Test func aFanoutBeyondTheClusterReachesEveryOtherNodeOnce() throws {
        let antiEntropy = AntiEntropy.push(every: .seconds(5), fanout: 9, relays: true)
        var node = BroadcastNode.example(BroadcastProtocol(antiEntropy: antiEntropy))
        _ = node.outputs(of: .started)
        let outputs = node.outputs(of: .timerFired(.antiEntropy), at: .zero)
        #expect(outputs.count == 4)
    }

    @Test func whatRepairTaughtIsRelayedOnlyIfTheProtocolSaysSo() {
        for relays in [true, false] {
            let antiEntropy = AntiEntropy.push(every: .seconds(5), fanout: 1, relays: relays)
            var node = BroadcastNode.example(BroadcastProtocol(antiEntropy: antiEntropy))
            let outputs = node.outputs(of: .received(repair([6]), from: NodeID(3)))
            #expect(outputs.first == .learned(ValueID(6), from: NodeID(3)))
            #expect(outputs.count == (relays ? 3 : 1))
            #expect(node.outputs(of: .received(flooded(7), from: NodeID(3))).count == 3)
        }
    }

    @Test func aNewTopologyIsUsedFromTheNextValueOn() {
        var node = BroadcastNode.example()
        #expect(node.outputs(of: .topologyChanged([NodeID(3)])) == [])
        #expect(
            node.outputs(of: .received(flooded(5), from: NodeID(1))) == [
                .learned(ValueID(5), from: NodeID(1)), .send(flooded(5), to: NodeID(3)),
            ])
    }

    @Test func givingUpBatchesSendsWhatWaitsAtOnce() {
        let batching = Batching.every(.milliseconds(50), sendsEmpty: false)
        var node = BroadcastNode.example(neighbors: [1], BroadcastProtocol(batching: batching))
        _ = node.outputs(of: .started)
        _ = node.outputs(of: .broadcast(ValueID(2), client))
        #expect(
            node.outputs(of: .protocolChanged(BroadcastProtocol())) == [
                .send(
                    GossipMessage(kind: .dissemination, payload: .batch([ValueID(2)])),
                    to: NodeID(1)),
                .cancelTimer(.batch),
            ])
    }

    @Test func theSameInputsGiveTheSameOutputs() {
        let broadcastProtocol = BroadcastProtocol(
            batching: .every(.milliseconds(50), sendsEmpty: true),
            antiEntropy: .push(every: .seconds(1), fanout: 2, relays: true))
        var first = BroadcastNode.example(id: 1, of: 9, broadcastProtocol)
        var second = BroadcastNode.example(id: 1, of: 9, broadcastProtocol)
        let inputs: [NodeInput] = [
            .started, .broadcast(ValueID(0), client), .timerFired(.antiEntropy),
            .received(repair([0, 1, 2]), from: NodeID(4)), .timerFired(.batch), .read(client),
            .timerFired(.antiEntropy),
        ]
        for (step, input) in inputs.enumerated() {
            let now = Instant(microseconds: Int64(step) * 1_000_000)
            #expect(first.outputs(of: input, at: now) == second.outputs(of: input, at: now))
        }
    }
}
