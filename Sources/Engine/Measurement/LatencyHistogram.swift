/// Counts of latencies in buckets whose width grows with the latency: small, and precise
/// everywhere.
///
/// Log-linear: every power of two is split into as many buckets, 128 of them as a rule, so that one
/// below 256 us is a microsecond wide. A bucket stands for the mean of what it holds, so latencies
/// that are all alike are reported exactly; minimum and maximum always are. Idea: HdrHistogram
/// (Tene).
public struct LatencyHistogram: Hashable, Sendable {
    /// How far from the truth a quantile may be, as a share of it, unless another precision was
    /// asked for.
    public static let relativeError = 1.0 / 128

    /// A power of two is split into two to the power of this.
    private let precision: Int

    private struct Bucket: Hashable, Sendable {
        var count = 0
        /// The sum of the latencies in the bucket, in microseconds.
        var sum = 0

        var mean: Int { sum / count }
    }

    private var buckets: [Bucket] = []
    /// How many latencies were recorded.
    public private(set) var count = 0
    /// The smallest latency recorded; nil without any.
    public private(set) var minimum: TimeSpan?
    /// The largest latency recorded; nil without any.
    public private(set) var maximum: TimeSpan?

    /// A histogram of nothing, whose quantiles will be at most 1 in 2^`precision` from the truth.
    ///
    /// `precision` is in 1...20. With 13, whole milliseconds below 8 s are exact; a histogram of
    /// such latencies takes two megabytes.
    public init(precision: Int = 7) {
        precondition((1...20).contains(precision), "a precision is in 1...20, not \(precision)")
        self.precision = precision
    }

    /// Counts one latency; 0 or more.
    public mutating func record(_ latency: TimeSpan) {
        precondition(latency >= .zero, "a latency is 0 or more, not \(latency)")
        let bucket = bucket(of: Int(latency.microseconds))
        if bucket >= buckets.count {
            let missing = bucket + 1 - buckets.count
            buckets.append(contentsOf: repeatElement(Bucket(), count: missing))
        }
        buckets[bucket].count += 1
        buckets[bucket].sum += Int(latency.microseconds)
        count += 1
        minimum = min(minimum ?? latency, latency)
        maximum = max(maximum ?? latency, latency)
    }

    /// The latency at `share` of the sorted list, by Maelstrom's rule: element min(n - 1, floor(n *
    /// share)).
    ///
    /// `share` is in 0...1; nil without any latency. O(buckets).
    public func quantile(_ share: Double) -> TimeSpan? {
        precondition((0...1).contains(share), "a quantile is in 0...1, not \(share)")
        guard let minimum, let maximum else { return nil }
        let rank = min(count - 1, Int(Double(count) * share))
        if rank == 0 { return minimum }
        if rank == count - 1 { return maximum }
        var seen = 0
        for bucket in buckets {
            seen += bucket.count
            if seen > rank { return .microseconds(Int64(bucket.mean)) }
        }
        return maximum
    }

    /// How many latencies lie in each of `barCount` equal parts of 0..<`limit`; what lies beyond
    /// counts for the last one. A bucket counts where its mean lies. O(buckets).
    public func bars(count barCount: Int, upTo limit: TimeSpan) -> [Int] {
        precondition(barCount > 0 && limit > .zero, "bars need a count and a limit above zero")
        var bars = [Int](repeating: 0, count: barCount)
        for bucket in buckets where bucket.count > 0 {
            let bar = bucket.mean * barCount / Int(limit.microseconds)
            bars[min(bar, barCount - 1)] += bucket.count
        }
        return bars
    }

    /// How many latencies `place` puts into each of `barCount` bars, 0..<barCount. A bucket counts
    /// where its mean belongs. O(buckets).
    public func bars(count barCount: Int, of place: (TimeSpan) -> Int) -> [Int] {
        var bars = [Int](repeating: 0, count: barCount)
        for bucket in buckets where bucket.count > 0 {
            bars[place(.microseconds(Int64(bucket.mean)))] += bucket.count
        }
        return bars
    }

    private func bucket(of microseconds: Int) -> Int {
        guard microseconds >> precision >= 2 else { return microseconds }
        let exponent = Int.bitWidth - 1 - microseconds.leadingZeroBitCount - precision
        return exponent << precision + (microseconds >> exponent)
    }
}
