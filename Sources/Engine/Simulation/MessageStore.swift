/// The messages under way that are more than a single value, in slots that are used again.
struct MessageStore: Sendable {
    private var slots: [GossipMessage?] = []
    private var freeSlots: [Int32] = []

    /// What to write on a letter that carries `message`, which is kept here if it must be.
    @inline(__always)
    mutating func content(for message: GossipMessage) -> Letter.Content {
        if message.kind == .dissemination, case .one(let value) = message.payload {
            return .one(value)
        }
        if let slot = freeSlots.popLast() {
            slots[Int(slot)] = message
            return .stored(slot: slot)
        }
        slots.append(message)
        return .stored(slot: Int32(slots.count - 1))
    }

    /// The message that a letter carries.
    @inline(__always)
    func message(_ content: Letter.Content) -> GossipMessage {
        switch content {
        case .one(let value):
            return GossipMessage(kind: .dissemination, payload: .one(value))
        case .stored(let slot):
            guard let message = slots[Int(slot)] else { preconditionFailure("no slot \(slot)") }
            return message
        }
    }

    /// The message that a letter carries, which is not kept any longer.
    @inline(__always)
    mutating func take(_ content: Letter.Content) -> GossipMessage {
        let message = message(content)
        if case .stored(let slot) = content {
            slots[Int(slot)] = nil
            freeSlots.append(slot)
        }
        return message
    }
}
