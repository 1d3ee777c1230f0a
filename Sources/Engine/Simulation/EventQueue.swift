import HeapModule

/// Pending events in order of their time; events of one instant in the order they were added.
///
/// A timing wheel (Varghese and Lauck, "Hashed and hierarchical timing wheels", 1987): the next
/// second lies in buckets of about a millisecond, to which events are appended as they come. A
/// bucket is sorted when its turn comes, which costs nothing where latencies are alike. Only what
/// lies further ahead, or falls in the bucket that is being emptied, goes through a heap.
struct EventQueue: Sendable {
    private struct Entry: Sendable {
        let time: Int64
        let event: PendingEvent
    }

    /// An entry that a heap keeps in order.
    private struct RankedEntry: Comparable, Sendable {
        let entry: Entry
        let rank: UInt64

        static func < (left: RankedEntry, right: RankedEntry) -> Bool {
            left.entry.time == right.entry.time
                ? left.rank < right.rank : left.entry.time < right.entry.time
        }

        static func == (left: RankedEntry, right: RankedEntry) -> Bool { left.rank == right.rank }
    }

    /// A bucket is 2^10 microseconds wide.
    private static let widthBits: Int64 = 10
    private static let bucketCount = 1_024

    /// The buckets from `turn + 1` on, each at its number modulo their count, unsorted.
    private var buckets = [[Entry]](repeating: [], count: bucketCount)
    /// Empty arrays that keep their storage for buckets to come.
    private var spareStorage: [[Entry]] = []
    /// One bit per bucket that holds anything.
    private var occupancy = [UInt64](repeating: 0, count: bucketCount / 64)
    /// The number of the bucket that is being emptied.
    private var turn: Int64 = 0
    /// What is left of it, sorted, from `cursor` on.
    private var current: [Entry] = []
    private var cursor = 0
    /// What was added for its time or before after its turn had come.
    private var late = Heap<RankedEntry>()
    /// The earliest time in there, `.max` when it is empty: every pop asks for it.
    private var lateTime = Int64.max
    /// What lies beyond the buckets.
    private var distant = Heap<RankedEntry>()
    private var nextRank: UInt64 = 0

    /// Adds an event. O(1) in most cases, O(log n) for the others.
    @inline(__always)
    mutating func insert(_ event: PendingEvent, at instant: Instant) {
        let entry = Entry(time: instant.microseconds, event: event)
        let bucket = entry.time >> Self.widthBits
        if bucket <= turn {
            late.insert(rank(entry))
            lateTime = min(lateTime, entry.time)
        } else if bucket - turn < Self.bucketCount {
            append(entry, to: bucket)
        } else {
            distant.insert(rank(entry))
        }
    }

    /// When the next event is due; nil when none is left. O(events in its bucket).
    var nextInstant: Instant? {
        if readyTime < .max { return Instant(microseconds: readyTime) }
        guard let bucket = nextBucket else { return nil }
        let inBucket = buckets[Self.place(bucket)].lazy.map(\.time).min() ?? .max
        return Instant(microseconds: min(inBucket, distant.min?.entry.time ?? .max))
    }

    /// Takes out the next event if it is due at `limit` or before.
    @inline(__always)
    mutating func popNext(until limit: Instant) -> (instant: Instant, event: PendingEvent)? {
        while true {
            if cursor < current.count, current[cursor].time <= lateTime {
                // At one time, what was there when its turn came was added before what came late.
                let entry = current[cursor]
                guard entry.time <= limit.microseconds else { return nil }
                cursor += 1
                return (Instant(microseconds: entry.time), entry.event)
            }
            if lateTime < .max {
                guard lateTime <= limit.microseconds else { return nil }
                return popLate()
            }
            guard let bucket = nextBucket,
                bucket << Self.widthBits <= limit.microseconds
            else { return nil }
            turnTo(bucket)
        }
    }

    /// Everything in the queue with its time, in no particular order. O(n).
    var events: [(instant: Instant, event: PendingEvent)] {
        let ranked = (late.unordered + distant.unordered).map(\.entry)
        return (current[cursor...] + buckets.joined() + ranked).map {
            (Instant(microseconds: $0.time), $0.event)
        }
    }

    // MARK: The bucket whose turn it is

    /// The earliest time in it; `.max` when it is empty.
    private var readyTime: Int64 {
        cursor < current.count ? min(current[cursor].time, lateTime) : lateTime
    }

    private mutating func popLate() -> (instant: Instant, event: PendingEvent) {
        let entry = late.removeMin().entry
        lateTime = late.min?.entry.time ?? .max
        return (Instant(microseconds: entry.time), entry.event)
    }

    // MARK: The wheel

    private static func place(_ bucket: Int64) -> Int { Int(bucket) & (bucketCount - 1) }

    @inline(__always)
    private mutating func append(_ entry: Entry, to bucket: Int64) {
        let place = Self.place(bucket)
        if buckets[place].isEmpty { open(place) }
        buckets[place].append(entry)
    }

    /// The bucket at `place` gets its first event, and storage from one that was emptied.
    private mutating func open(_ place: Int) {
        occupancy[place >> 6] |= 1 << UInt64(place & 63)
        if let storage = spareStorage.popLast() { buckets[place] = storage }
    }

    /// The number of the next bucket that holds anything, distant or not.
    private var nextBucket: Int64? {
        let first = Self.place(turn + 1)
        // The word of the first bucket comes twice: its upper part first, its lower part last.
        for step in 0...occupancy.count {
            let word = (first >> 6 + step) % occupancy.count
            var bits = occupancy[word]
            if step == 0 { bits &= ~0 << UInt64(first & 63) }
            if bits != 0 {
                let place = word << 6 + bits.trailingZeroBitCount
                let offset = (place - first + Self.bucketCount) & (Self.bucketCount - 1)
                return turn + 1 + Int64(offset)
            }
        }
        return distant.min.map { $0.entry.time >> Self.widthBits }
    }

    /// Makes it the turn of `bucket`. What was distant and now is not goes to its bucket before
    /// anything can be added there directly, so that the order of adding is kept.
    private mutating func turnTo(_ bucket: Int64) {
        turn = bucket
        while let next = distant.min?.entry,
            next.time >> Self.widthBits - turn < Self.bucketCount
        {
            append(distant.removeMin().entry, to: next.time >> Self.widthBits)
        }
        let place = Self.place(bucket)
        current.removeAll(keepingCapacity: true)
        spareStorage.append(current)
        current = buckets[place]
        buckets[place] = []
        cursor = 0
        occupancy[place >> 6] &= ~(1 << UInt64(place & 63))
        if !isInOrder(current) { current.sort { $0.time < $1.time } }
    }

    private func isInOrder(_ entries: [Entry]) -> Bool {
        var last = Int64.min
        for entry in entries {
            if entry.time < last { return false }
            last = entry.time
        }
        return true
    }

    private mutating func rank(_ entry: Entry) -> RankedEntry {
        defer { nextRank += 1 }
        return RankedEntry(entry: entry, rank: nextRank)
    }
}
