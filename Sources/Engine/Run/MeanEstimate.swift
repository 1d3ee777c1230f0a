/// What a sample says about the mean of all that it could have been drawn from.
public struct MeanEstimate: Hashable, Sendable {
    /// The size of the sample.
    public let count: Int
    /// The mean of the sample; nil when it is empty.
    public let mean: Double?
    /// Where the true mean lies with 95 % confidence; nil for fewer than two elements.
    public let interval: ClosedRange<Double>?

    /// The mean of `sample` with Student's interval.
    ///
    /// Two passes, so that large numbers that hardly differ keep their digits.
    public init(of sample: [Double]) {
        count = sample.count
        guard let first = sample.first else {
            (mean, interval) = (nil, nil)
            return
        }
        // Equal elements have themselves for their mean, without what rounding would add.
        let excess = sample.reduce(0) { $0 + ($1 - first) } / Double(count)
        let mean = first + excess
        self.mean = mean
        guard count >= 2 else {
            interval = nil
            return
        }
        let squares = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / Double(count - 1) / Double(count)).squareRoot()
        let reach = StudentT.quantile975(freedom: count - 1) * error
        interval = mean - reach...mean + reach
    }

    /// The share of `total` trials, 1 or more, of which `successCount` succeeded; its interval is
    /// Wilson's.
    ///
    /// Student's would be a single point whenever all succeed, however few they are. (Wilson,
    /// "Probable inference, the law of succession, and statistical inference", 1927.)
    public init(successCount: Int, of total: Int) {
        count = total
        guard total > 0 else {
            (mean, interval) = (nil, nil)
            return
        }
        let trials = Double(total)
        let share = Double(successCount) / trials
        mean = share
        let square = StudentT.normal975 * StudentT.normal975
        let spread = (share * (1 - share) / trials + square / (4 * trials * trials)).squareRoot()
        let middle = (share + square / (2 * trials)) / (1 + square / trials)
        let reach = StudentT.normal975 * spread / (1 + square / trials)
        // Where all or none succeed, the end of the interval is the share itself.
        let low = successCount == 0 ? 0 : max(0, middle - reach)
        let high = successCount == total ? 1 : min(1, middle + reach)
        interval = low...high
    }
}
