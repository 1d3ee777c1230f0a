import HeapModule

/// One receiver's queue in Maelstrom's network: what waits for the thread that delivers, and what
/// the thread has taken and sleeps on.
struct Inbox: Sendable {
    /// A parcel and when it is due.
    struct Entry: Comparable, Sendable {
        let due: Instant
        let sequence: Int
        let parcel: Parcel

        static func < (left: Entry, right: Entry) -> Bool {
            left.due == right.due ? left.sequence < right.sequence : left.due < right.due
        }

        static func == (left: Entry, right: Entry) -> Bool { left.sequence == right.sequence }
    }

    private var waiting = Heap<Entry>()
    private var sequence = 0
    /// What the thread has taken; nil while it is idle.
    var taken: Entry?

    /// What the thread has not taken yet, in no particular order.
    var queued: [Entry] { waiting.unordered }

    /// Adds a parcel, behind those that are due at the same time.
    mutating func insert(_ parcel: Parcel, due: Instant) {
        waiting.insert(Entry(due: due, sequence: sequence, parcel: parcel))
        sequence += 1
    }

    /// What is due first, which leaves the queue; nil when nothing waits.
    mutating func popFirst() -> Entry? { waiting.popMin() }
}
