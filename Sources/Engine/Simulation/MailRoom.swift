/// The parcels under way, in slots that are used again.
struct MailRoom: Sendable {
    /// A parcel and when it is due.
    struct Entry: Sendable {
        let parcel: Parcel
        let due: Instant
    }

    private var slots: [Entry?] = []
    private var freeSlots: [Int] = []

    /// The messages under way and when they are due, in no particular order. O(most ever under way).
    var messages: [(envelope: Envelope, due: Instant)] {
        slots.compactMap { entry in
            guard let entry, case .message(let envelope) = entry.parcel else { return nil }
            return (envelope, entry.due)
        }
    }

    /// What is in `slot`, which is in use.
    subscript(slot: Int) -> Entry {
        guard let entry = slots[slot] else { preconditionFailure("slot \(slot) is empty") }
        return entry
    }

    /// Keeps a parcel and returns its slot.
    mutating func insert(_ parcel: Parcel, due: Instant) -> Int {
        let entry = Entry(parcel: parcel, due: due)
        if let slot = freeSlots.popLast() {
            slots[slot] = entry
            return slot
        }
        slots.append(entry)
        return slots.count - 1
    }

    /// Frees `slot`, which is in use, and hands out what was in it.
    mutating func remove(slot: Int) -> Parcel {
        let parcel = self[slot].parcel
        slots[slot] = nil
        freeSlots.append(slot)
        return parcel
    }
}
