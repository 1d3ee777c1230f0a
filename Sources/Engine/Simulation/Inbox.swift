import HeapModule

/// One receiver's queue in Maelstrom's network: what waits for the thread that delivers, and what the
/// thread has taken and sleeps on.
struct Inbox: Sendable {
    private struct Entry: Comparable, Sendable {
        let due: Instant
        let sequence: Int
        let slot: Int

        static func < (left: Entry, right: Entry) -> Bool {
            (left.due.microseconds, left.sequence) < (right.due.microseconds, right.sequence)
        }

        static func == (left: Entry, right: Entry) -> Bool { left.sequence == right.sequence }
    }

    private var waiting = Heap<Entry>()
    private var sequence = 0
    /// The slot of the parcel that the thread has taken; nil while it is idle.
    var taken: Int?

    /// Adds the parcel in `slot`, behind those that are due at the same time.
    mutating func insert(slot: Int, due: Instant) {
        waiting.insert(Entry(due: due, sequence: sequence, slot: slot))
        sequence += 1
    }

    /// The slot of the parcel that is due first, which leaves the queue; nil when none waits.
    mutating func popFirst() -> Int? { waiting.popMin()?.slot }
}
