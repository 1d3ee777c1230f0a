import Engine

extension BroadcastNode {
    /// Node `id` of `nodeCount`, which disseminates to `neighbors`.
    static func example(
        id: Int = 0, of nodeCount: Int = 4, neighbors: [Int] = [1, 2],
        _ broadcastProtocol: BroadcastProtocol = BroadcastProtocol()
    ) -> BroadcastNode {
        BroadcastNode(
            id: NodeID(id), nodeCount: nodeCount, neighbors: neighbors.map(NodeID.init),
            protocol: broadcastProtocol, random: RandomStream(seed: 1, purpose: .node, index: id))
    }

    /// All that comes out when `input` goes in.
    mutating func outputs(of input: NodeInput, at now: Instant = .zero) -> [NodeOutput] {
        var outputs: [NodeOutput] = []
        handle(input, at: now, into: &outputs)
        return outputs
    }
}

extension NodeOutput {
    /// When `timer` is set to; nil for any other output.
    func deadline(of timer: NodeTimer) -> Instant? {
        guard case .setTimer(timer, let deadline) = self else { return nil }
        return deadline
    }

    /// Whom a message is for; nil for any other output.
    var receiver: NodeID? {
        guard case .send(_, let receiver) = self else { return nil }
        return receiver
    }
}
