import Engine
import Testing

/// Where new values go without a flood, told as transcripts.
struct DisseminationTests {
    private let client = RequestID(7)

    private func flooded(_ value: Int) -> GossipMessage {
        GossipMessage(kind: .dissemination, payload: .one(ValueID(value)))
    }

    private func batch(_ values: [Int]) -> GossipMessage {
        GossipMessage(kind: .dissemination, payload: .batch(values.map(ValueID.init)))
    }

    @Test func withoutDisseminationAValueStaysWhereItIs() {
        var node = BroadcastNode.example(BroadcastProtocol(dissemination: .none))
        #expect(
            node.outputs(of: .broadcast(ValueID(5), client)) == [
                .learned(ValueID(5), from: nil), .acknowledgeBroadcast(client),
            ])
        #expect(
            node.outputs(of: .received(flooded(6), from: NodeID(1))) == [
                .learned(ValueID(6), from: NodeID(1))
            ])
    }

    @Test func anInfectedNodeSendsAValueOnceToDifferentOtherNodesAndNeverAgain() {
        let infection = BroadcastProtocol(dissemination: .infectAndDie(fanout: 3))
        var node = BroadcastNode.example(id: 2, of: 10, neighbors: [1], infection)
        var receivers: Set<NodeID> = []
        for value in 0..<100 {
            let outputs = node.outputs(of: .received(flooded(value), from: NodeID(1)))
            #expect(outputs.first == .learned(ValueID(value), from: NodeID(1)))
            let sent = outputs.compactMap(\.receiver)
            #expect(outputs.dropFirst() == sent.map { .send(flooded(value), to: $0) }[...])
            #expect(sent.count == 3 && Set(sent).count == 3)
            receivers.formUnion(sent)
            #expect(node.outputs(of: .received(flooded(value), from: NodeID(4))) == [])
        }
        #expect(receivers == Set((0..<10).filter { $0 != 2 }.map(NodeID.init)))
    }

    @Test func everyNodeInfectsOthersOfItsOwn() {
        let infection = BroadcastProtocol(dissemination: .infectAndDie(fanout: 3))
        let choices = (0..<10).map { id in
            var node = BroadcastNode.example(id: id, of: 1_000, infection)
            return node.outputs(of: .broadcast(ValueID(0), client)).compactMap(\.receiver)
        }
        #expect(Set(choices).count == 10)
    }

    @Test func aBatchOfAnInfectedNodeGoesToTheSameRandomNodesAsAWhole() {
        let infection = BroadcastProtocol(
            dissemination: .infectAndDie(fanout: 2),
            batching: .every(.milliseconds(50), sendsEmpty: false))
        var node = BroadcastNode.example(of: 10, infection)
        _ = node.outputs(of: .started)
        _ = node.outputs(of: .broadcast(ValueID(3), client))
        _ = node.outputs(of: .received(flooded(4), from: NodeID(1)))
        let outputs = node.outputs(of: .timerFired(.batch), at: Instant(microseconds: 50_000))
        let receivers = outputs.compactMap(\.receiver)
        #expect(Set(receivers).count == 2)
        #expect(outputs.dropLast() == receivers.map { .send(batch([3, 4]), to: $0) }[...])
        let next = node.outputs(of: .timerFired(.batch), at: Instant(microseconds: 100_000))
        #expect(next.compactMap(\.receiver) == [])
    }

    @Test func emptyBatchesOfAnInfectedNodeGoToRandomNodesToo() {
        let infection = BroadcastProtocol(
            dissemination: .infectAndDie(fanout: 2),
            batching: .every(.milliseconds(50), sendsEmpty: true))
        var node = BroadcastNode.example(of: 10, infection)
        _ = node.outputs(of: .started)
        let outputs = node.outputs(of: .timerFired(.batch))
        let receivers = outputs.compactMap(\.receiver)
        #expect(Set(receivers).count == 2)
        #expect(outputs.dropLast() == receivers.map { .send(batch([]), to: $0) }[...])
    }

    @Test func givingUpDisseminationSendsWhatWaitsForABatch() {
        let batching = Batching.every(.milliseconds(50), sendsEmpty: false)
        var node = BroadcastNode.example(neighbors: [1], BroadcastProtocol(batching: batching))
        _ = node.outputs(of: .started)
        _ = node.outputs(of: .broadcast(ValueID(2), client))
        let silent = BroadcastProtocol(dissemination: .none, batching: batching)
        #expect(node.outputs(of: .protocolChanged(silent)) == [.send(batch([2]), to: NodeID(1))])
    }
}
