import HeapModule

/// What is to happen at a later instant.
enum PendingEvent: Hashable, Sendable {
    /// The parcel in this slot of the mail room arrives.
    case arrival(slot: Int)
    /// The thread that delivers to this node wakes up with what it has taken.
    case waking(NodeID)
    /// A node's timer is due, unless it was set anew or cancelled since.
    case timer(NodeID, NodeTimer)
    /// A client works.
    case operation
    /// A client that still waits for its reply gives up.
    case timeout(ClientOperation)
    /// A fault starts or stops.
    case fault
    /// Clients stop and the network heals.
    case endOfOperations
    /// One last read per client, then the run is over.
    case finalReads
}

/// Pending events in order of their time; events of one instant in the order they were added.
struct EventQueue: Sendable {
    private struct Entry: Comparable, Sendable {
        let instant: Instant
        let sequence: UInt64
        let event: PendingEvent

        static func < (left: Entry, right: Entry) -> Bool {
            (left.instant.microseconds, left.sequence)
                < (right.instant.microseconds, right.sequence)
        }

        static func == (left: Entry, right: Entry) -> Bool { left.sequence == right.sequence }
    }

    private var entries = Heap<Entry>()
    private var nextSequence: UInt64 = 0

    /// When the next event is due; nil when none is left.
    var nextInstant: Instant? { entries.min?.instant }

    /// Adds an event. O(log n).
    mutating func insert(_ event: PendingEvent, at instant: Instant) {
        entries.insert(Entry(instant: instant, sequence: nextSequence, event: event))
        nextSequence += 1
    }

    /// Takes out the next event if it is due at `limit` or before. O(log n).
    mutating func popNext(until limit: Instant) -> (instant: Instant, event: PendingEvent)? {
        guard let next = nextInstant, next <= limit else { return nil }
        return entries.popMin().map { ($0.instant, $0.event) }
    }
}
