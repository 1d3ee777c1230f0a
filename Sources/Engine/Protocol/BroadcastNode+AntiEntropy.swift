/// Both ends of an exchange with a random node.
extension BroadcastNode {
    /// Begins an exchange with random nodes.
    mutating func exchange(into outputs: inout some NodeOutputs) {
        guard let antiEntropy = protocolInUse.antiEntropy else { return }
        let message =
            switch antiEntropy.mode {
            case .push: GossipMessage(kind: .repair, payload: .all(values))
            case .pull: GossipMessage(kind: .request, payload: .batch([]))
            case .pushPull: GossipMessage(kind: .request, payload: .all(values))
            case .pushPullDigest: GossipMessage(kind: .request, payload: .digest(values))
            }
        for peer in randomPeers(count: antiEntropy.fanout) {
            outputs.append(.send(message, to: peer))
        }
    }

    /// Answers a request that carries `payload`, from what is held before its values are taken in:
    /// whoever asks has those.
    func answer(
        _ payload: GossipMessage.Payload, to peer: NodeID, into outputs: inout some NodeOutputs
    ) {
        switch payload {
        case .one, .batch, .all:
            let answer = GossipMessage(kind: .repair, payload: .all(values))
            outputs.append(.send(answer, to: peer))
        case .digest(let held):
            let wanted = held.subtracting(values)
            let missing = Array(values.subtracting(held))
            if !wanted.isEmpty {
                let difference = GossipMessage.Payload.difference(missing, wanted: wanted)
                outputs.append(.send(GossipMessage(kind: .request, payload: difference), to: peer))
            } else if !missing.isEmpty {
                let answer = GossipMessage(kind: .repair, payload: .batch(missing))
                outputs.append(.send(answer, to: peer))
            }
        case .difference(_, let wanted):
            // After a restart it may hold less than the digest said.
            let found = wanted.filter(values.contains)
            guard !found.isEmpty else { return }
            let answer = GossipMessage(kind: .repair, payload: .batch(found))
            outputs.append(.send(answer, to: peer))
        }
    }
}
