/// Messages sent in each quarter of a second, for as long as the window reaches back.
struct SendRate: Hashable, Sendable {
    private static let quarter = TimeSpan.milliseconds(250)
    private static let window = 120

    /// The counts of the quarters before the current one, oldest first.
    private var former: [Int] = []
    private var current = 0
    private var currentEnd = Instant.zero + quarter

    @inline(__always)
    mutating func record(at instant: Instant) {
        if instant >= currentEnd { moveOn(to: instant) }
        current += 1
    }

    /// The counts of the quarters that were over at `instant`, oldest first.
    func wholeQuarters(at instant: Instant) -> [Int] {
        var rate = self
        rate.moveOn(to: instant)
        return rate.former
    }

    private mutating func moveOn(to instant: Instant) {
        guard instant >= currentEnd else { return }
        let steps = (instant - currentEnd).microseconds / Self.quarter.microseconds + 1
        former.append(current)
        former += repeatElement(0, count: Int(min(steps - 1, Int64(Self.window))))
        former.removeFirst(max(0, former.count - Self.window))
        current = 0
        currentEnd = currentEnd + Self.quarter * steps
    }
}
