/// What theory says of how values spread, where it says something exact: the distribution of the
/// time until a value is everywhere, and which share of the nodes knows it by when.
///
/// Two theories are known, and no scenario has both: a flood over links that all take the same
/// time, and anti-entropy at Poisson clocks where nothing else spreads values.
public struct Prediction: Hashable, Sendable {
    /// Where a prediction comes from.
    public enum Theory: Hashable, Sendable {
        /// A flood without batches, anti-entropy left out of account.
        case flood
        /// Anti-entropy without any dissemination; a value is everywhere after `meanIntervals` of
        /// it on average.
        case gossip(meanIntervals: Double)
    }

    /// A latency and the share of values that have it.
    public struct Share: Hashable, Sendable {
        /// Accept -> everywhere.
        public let latency: TimeSpan
        /// 0...1; all shares add up to 1.
        public let share: Double
    }

    /// Which theory this is.
    public let theory: Theory
    /// The propagation latencies that occur, ascending; of a continuous distribution, the middles
    /// of some hundred equal parts, up to where one value in a thousand is beyond at either end.
    public let latencies: [Share]
    /// Entry i is the expected share of nodes that know a value after i steps; the last one holds
    /// from then on, and is 1 but for one in a thousand values.
    let coverage: [Double]
    /// The time between two entries of `coverage`: a hop of a flood.
    let step: TimeSpan
    /// Messages of the flood per broadcast; nil where links go one way only, or to their own node,
    /// and of gossip, which never ends.
    public let messagesPerBroadcast: Int?

    /// What theory says of `scenario` without its faults; nil where no formula holds, or the
    /// cluster is too large to work it out while somebody waits.
    public init?(_ scenario: Scenario) {
        let network = scenario.network
        guard network.latencyMap == nil, network.loss == 0,
            let latency = network.latency.constant,
            let prediction = Self.flood(scenario, latency: latency)
                ?? Self.gossip(scenario, latency: latency)
        else { return nil }
        self = prediction
    }

    init(
        _ theory: Theory, latencies: [Share], coverage: [Double], step: TimeSpan,
        messagesPerBroadcast: Int? = nil
    ) {
        self.theory = theory
        self.latencies = latencies
        self.coverage = coverage
        self.step = step
        self.messagesPerBroadcast = messagesPerBroadcast
    }

    /// The latency at `share` of all values, by the rule of `LatencyHistogram.quantile`, in 0...1.
    public func quantile(_ share: Double) -> TimeSpan {
        var seen = 0.0
        for entry in latencies {
            seen += entry.share
            if seen > share { return entry.latency }
        }
        return latencies.last?.latency ?? .zero
    }

    /// The share of nodes that are expected to know a value so long after it was accepted, 0...1.
    public func coverage(after age: TimeSpan) -> Double {
        guard age >= .zero else { return 0 }
        let steps = step > .zero ? Int(age.microseconds / step.microseconds) : coverage.count
        return coverage[min(steps, coverage.count - 1)]
    }
}
