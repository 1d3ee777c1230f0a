/// The messages under way that are more than a single value, in slots that are used again.
struct MessageStore: Sendable {
    private var slots: [GossipMessage?] = []
    private var freeSlots: [Int] = []

    /// What to write on a letter that carries `message`, which is kept here if it must be.
    @inline(__always)
    mutating func content(for message: GossipMessage) -> Letter.Content {
        if message.kind == .dissemination, case .one(let value) = message.payload {
            return .one(value)
        }
        return .stored(slot: keep(message))
    }

    private mutating func keep(_ message: GossipMessage) -> Int {
        if let slot = freeSlots.popLast() {
            slots[slot] = message
            return slot
        }
        slots.append(message)
        return slots.count - 1
    }

    /// The message that a letter carries.
    func message(_ content: Letter.Content) -> GossipMessage {
        if let value = content.value { return .disseminating(value) }
        guard let message = slots[content.slot] else {
            preconditionFailure("no message in slot \(content.slot)")
        }
        return message
    }

    /// The message that a letter carries, which is not kept any longer.
    mutating func take(_ content: Letter.Content) -> GossipMessage {
        let message = message(content)
        if content.value == nil {
            slots[content.slot] = nil
            freeSlots.append(content.slot)
        }
        return message
    }
}
