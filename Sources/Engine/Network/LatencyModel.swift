/// How long a message between nodes is under way, drawn anew for each message.
///
/// Whole milliseconds, as Maelstrom's: `uniform` is an integer in 0...2*mean, `exponential` is
/// rounded down.
public struct LatencyModel: Hashable, Sendable {
    /// The shape of the distribution; the names are Maelstrom's `--latency-dist`.
    public enum Distribution: String, CaseIterable, Hashable, Sendable {
        case constant
        case uniform
        case exponential
    }

    /// The mean, in milliseconds; 0 or more.
    public var meanMilliseconds: Int
    /// The shape of the distribution.
    public var distribution: Distribution

    /// Latencies of `meanMilliseconds` on average.
    public init(meanMilliseconds: Int, distribution: Distribution = .constant) {
        self.meanMilliseconds = meanMilliseconds
        self.distribution = distribution
    }

    /// The latency of every message; nil when it is a matter of luck.
    public var constant: TimeSpan? {
        distribution == .constant ? .milliseconds(Int64(meanMilliseconds)) : nil
    }

    /// The longest latency that a message can have; nil where none is the longest.
    public var longest: TimeSpan? {
        switch distribution {
        case .constant: .milliseconds(Int64(meanMilliseconds))
        case .uniform: .milliseconds(Int64(2 * meanMilliseconds))
        case .exponential: nil
        }
    }

    /// One message's latency.
    func draw(from random: inout RandomStream) -> TimeSpan {
        let milliseconds =
            switch distribution {
            case .constant: meanMilliseconds
            case .uniform: random.integer(below: 2 * meanMilliseconds + 1)
            case .exponential: random.exponential(mean: meanMilliseconds)
            }
        return .milliseconds(Int64(milliseconds))
    }
}
