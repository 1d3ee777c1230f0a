/// What Maelstrom reports of the broadcast workload; names follow its results.
public struct SetFullResults: Hashable, Sendable {
    /// Whether the workload passed.
    public enum Validity: Hashable, Sendable {
        case valid
        /// A value was lost.
        case invalid
        /// Nothing was stable, so there is nothing to judge by.
        case unknown
    }

    /// Broadcasts invoked.
    public var attemptCount: Int
    /// Values known, then missing from the latest read that could have shown them; ascending.
    public var lost: [ValueID] = []
    /// Values that no read could decide about.
    public var neverReadCount = 0
    /// Values that a single read showed more than once; a set of values makes this 0 by
    /// construction.
    public var duplicatedCount = 0
    /// The stable latency of each stable value in whole milliseconds, ascending.
    public var stableLatencies: [Int] = []

    init(attemptCount: Int) {
        self.attemptCount = attemptCount
    }

    /// Values that every read showed from some read on.
    public var stableCount: Int { stableLatencies.count }

    /// How many values were lost.
    public var lostCount: Int { lost.count }

    /// Stable values that some read lacked although they were known.
    public var staleCount: Int { stableLatencies.lazy.filter { $0 > 0 }.count }

    /// Maelstrom's verdict.
    public var validity: Validity {
        if !lost.isEmpty { return .invalid }
        return stableCount == 0 ? .unknown : .valid
    }
}
