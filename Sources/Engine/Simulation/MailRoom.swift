/// The messages under way, in slots that are used again.
struct MailRoom: Sendable {
    /// A message and when it will arrive.
    struct Entry: Hashable, Sendable {
        let envelope: Envelope
        let arrivesAt: Instant
    }

    private var slots: [Entry?] = []
    private var freeSlots: [Int] = []

    /// How many messages are under way.
    var count: Int { slots.count - freeSlots.count }

    /// The messages under way, in no particular order. O(most ever under way).
    var entries: [Entry] { slots.compactMap(\.self) }

    /// Keeps a message and returns its slot.
    mutating func insert(_ envelope: Envelope, arrivesAt: Instant) -> Int {
        let entry = Entry(envelope: envelope, arrivesAt: arrivesAt)
        if let slot = freeSlots.popLast() {
            slots[slot] = entry
            return slot
        }
        slots.append(entry)
        return slots.count - 1
    }

    /// Hands out the message in `slot` and frees the slot; nil when the slot is free.
    mutating func remove(slot: Int) -> Envelope? {
        guard let entry = slots[slot] else { return nil }
        slots[slot] = nil
        freeSlots.append(slot)
        return entry.envelope
    }
}
