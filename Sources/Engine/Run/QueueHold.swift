/// The hold model of event queues: so many events are pending, and each that is taken out puts a
/// new one in at a random time ahead. A load for timing the simulator's queue alone.
///
/// Jones, "An empirical comparison of priority-queue and event-set implementations", 1986. The
/// times ahead are uniform in 0..<200 ms, a mean as the messages of an experiment have it.
public struct QueueHold: Sendable {
    /// How many events have been taken out.
    public private(set) var heldCount = 0
    /// When the event taken out last was due.
    public private(set) var now = Instant.zero

    private var queue = EventQueue()
    private var random = RandomStream(seed: 42, purpose: .network)

    /// A queue with `pendingCount` events; 1 or more.
    public init(pendingCount: Int) {
        precondition(pendingCount > 0, "a hold needs a pending event, not \(pendingCount)")
        for _ in 0..<pendingCount { insert() }
    }

    /// Takes out `count` events, one after the other, each replaced by a new one.
    public mutating func run(count: Int) {
        for _ in 0..<count {
            guard let next = queue.popNext(until: .distantFuture) else { return }
            now = next.instant
            heldCount += 1
            insert()
        }
    }

    private mutating func insert() {
        let ahead = random.span(below: .milliseconds(200))
        queue.insert(.waking(NodeID(heldCount & 0xFFFF)), at: now + ahead)
    }
}
