/// Messages sent in each quarter of a second, for as long as the window reaches back.
struct SendRate: Hashable, Sendable {
    private static let quarter = TimeSpan.milliseconds(250)
    private static let window = 120

    /// The counts of the latest quarters, oldest first; the last one is still being counted.
    private var counts: [Int] = [0]
    private var currentQuarter: Int64 = 0

    mutating func record(at instant: Instant) {
        moveOn(to: instant)
        counts[counts.count - 1] += 1
    }

    /// The counts of the quarters that were over at `instant`, oldest first.
    func wholeQuarters(at instant: Instant) -> [Int] {
        var rate = self
        rate.moveOn(to: instant)
        return Array(rate.counts.dropLast())
    }

    private mutating func moveOn(to instant: Instant) {
        let quarter = instant.microseconds / Self.quarter.microseconds
        guard quarter > currentQuarter else { return }
        let steps = Int(min(quarter - currentQuarter, Int64(Self.window) + 1))
        counts.append(contentsOf: repeatElement(0, count: steps))
        counts.removeFirst(max(0, counts.count - Self.window - 1))
        currentQuarter = quarter
    }
}
