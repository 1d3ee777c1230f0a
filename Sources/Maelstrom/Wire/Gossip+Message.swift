import Engine

extension Gossip {
    /// What the node's `message` says, its values as `interner` knows them.
    init(_ message: GossipMessage, _ interner: MessageInterner) {
        let purpose: Purpose =
            switch (message.payload, message.kind) {
            case (.digest(let held), _): .digest(held.map(interner.message))
            case (.difference(_, let wanted), _): .wanted(wanted.map(interner.message))
            case (_, .dissemination): .dissemination
            case (_, .repair): .repair
            case (_, .request): .pull
            }
        self.init(messages: message.values.map(interner.message), purpose: purpose)
    }

    /// The message that a node understands, values that are new to `interner` numbered.
    func message(_ interner: inout MessageInterner) -> GossipMessage {
        let values = messages.map { interner.number(of: $0) }
        switch purpose {
        case .dissemination:
            return GossipMessage(kind: .dissemination, payload: .batch(values))
        case .repair:
            return GossipMessage(kind: .repair, payload: .batch(values))
        case .pull:
            return GossipMessage(kind: .request, payload: .batch(values))
        case .digest(let held):
            let held = ValueSet(held.map { interner.number(of: $0) })
            return GossipMessage(kind: .request, payload: .digest(held))
        case .wanted(let wanted):
            let wanted = ValueSet(wanted.map { interner.number(of: $0) })
            return GossipMessage(kind: .request, payload: .difference(values, wanted: wanted))
        }
    }
}
