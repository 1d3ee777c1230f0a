import Engine

extension BroadcastService {
    /// Feeds the node and carries out what it asks for; nothing before `init`.
    mutating func feed(
        _ input: NodeInput, at now: Instant, into effects: inout ServiceEffects
    ) {
        var outputs: [NodeOutput] = []
        member?.node.handle(input, at: now, into: &outputs)
        for output in outputs { carryOut(output, into: &effects) }
    }

    private mutating func carryOut(_ output: NodeOutput, into effects: inout ServiceEffects) {
        switch output {
        case .send(let message, let destination):
            send(Gossip(message, interner), to: destination, into: &effects)
        case .setTimer(let timer, let deadline):
            deadlines[timer.rawValue] = deadline
        case .cancelTimer(let timer):
            deadlines[timer.rawValue] = nil
        case .acknowledgeBroadcast(let request):
            guard let address = waiting.removeValue(forKey: request) else { return }
            effects.send(Packet(.broadcastOK, to: address))
        case .answerRead(let request):
            guard let address = waiting.removeValue(forKey: request), let member else { return }
            let messages = member.node.values.map(interner.message)
            effects.send(Packet(.readOK(messages: messages), to: address))
        case .learned:
            break
        }
    }

    /// Sends gossip to a node, in as few lines as the limit on their length allows.
    private func send(
        _ gossip: Gossip, to destination: NodeID, into effects: inout ServiceEffects
    ) {
        guard let member else { return }
        let start = effects.output.count
        effects.send(
            Packet(
                source: member.name, destination: member.names.name(destination),
                body: gossip.body))
        guard effects.output.count - start > Packet.lineLimit, let (first, second) = gossip.halves
        else { return }
        effects.output.removeSubrange(start...)
        send(first, to: destination, into: &effects)
        send(second, to: destination, into: &effects)
    }
}

extension Packet {
    /// The packet that brings `reply` to whoever waits at `address`.
    init(_ reply: Reply, to address: BroadcastService.ReplyAddress) {
        self.init(
            source: address.node, destination: address.client,
            body: reply.body(inReplyTo: address.messageID))
    }
}
