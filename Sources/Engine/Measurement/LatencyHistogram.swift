/// Counts of latencies in buckets whose width grows with the latency: small, and precise
/// everywhere.
///
/// Log-linear: below 256 us a bucket is one microsecond wide; above, every power of two is split
/// into 128 buckets. A bucket is reported by its lower end, so a quantile is at most
/// `relativeError` too low and never too high; minimum and maximum are exact. Idea: HdrHistogram
/// (Tene).
public struct LatencyHistogram: Hashable, Sendable {
    /// How far below the truth a quantile may be, as a share of it.
    public static let relativeError = 1.0 / 128

    private static let subBucketBits = 7
    private static let subBuckets = 1 << subBucketBits

    private var counts: [Int] = []
    /// How many latencies were recorded.
    public private(set) var count = 0
    /// The smallest latency recorded; nil without any.
    public private(set) var minimum: TimeSpan?
    /// The largest latency recorded; nil without any.
    public private(set) var maximum: TimeSpan?

    /// A histogram of nothing.
    public init() {}

    /// Counts one latency; 0 or more.
    public mutating func record(_ latency: TimeSpan) {
        precondition(latency >= .zero, "a latency is 0 or more, not \(latency)")
        let bucket = Self.bucket(of: Int(latency.microseconds))
        if bucket >= counts.count {
            counts.append(contentsOf: repeatElement(0, count: bucket + 1 - counts.count))
        }
        counts[bucket] += 1
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
        for (bucket, bucketCount) in counts.enumerated() {
            seen += bucketCount
            if seen > rank {
                return max(minimum, .microseconds(Int64(Self.lowerEnd(of: bucket))))
            }
        }
        return maximum
    }

    /// How many latencies lie in each of `barCount` equal parts of 0..<`limit`; what lies beyond
    /// counts for the last one. A bucket counts where its middle lies. O(buckets).
    public func bars(count barCount: Int, upTo limit: TimeSpan) -> [Int] {
        precondition(barCount > 0 && limit > .zero, "bars need a count and a limit above zero")
        var bars = [Int](repeating: 0, count: barCount)
        for (bucket, bucketCount) in counts.enumerated() where bucketCount > 0 {
            let middle = (Self.lowerEnd(of: bucket) + Self.lowerEnd(of: bucket + 1)) / 2
            let bar = middle * barCount / Int(limit.microseconds)
            bars[min(bar, barCount - 1)] += bucketCount
        }
        return bars
    }

    private static func bucket(of microseconds: Int) -> Int {
        guard microseconds >= 2 * subBuckets else { return microseconds }
        let exponent = Int.bitWidth - 1 - microseconds.leadingZeroBitCount - subBucketBits
        return exponent * subBuckets + (microseconds >> exponent)
    }

    private static func lowerEnd(of bucket: Int) -> Int {
        guard bucket >= 2 * subBuckets else { return bucket }
        let exponent = bucket / subBuckets - 1
        return (bucket - exponent * subBuckets) << exponent
    }
}
