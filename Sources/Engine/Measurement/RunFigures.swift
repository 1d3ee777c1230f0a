/// What was measured over a stretch of a run.
public struct RunFigures: Hashable, Sendable {
    /// When the stretch began: the start of the run, or the last change of topology, protocol,
    /// network or rate.
    public var since = Instant.zero
    /// Messages and operations in the stretch; messages that carry nothing but older values are
    /// left out.
    public var traffic = TrafficCounts()
    /// Accept at the origin -> for the first time no node lacks it but those that are down, for
    /// each value accepted in the stretch that has come so far.
    public var propagation = LatencyHistogram()
    /// Maelstrom's stable latency of the same values: sampled by reads, so never above the truth.
    public var stable = LatencyHistogram()
    /// How long ago the oldest value accepted in the stretch was accepted that some live node
    /// lacks, perhaps because it crashed since; nil when every live node holds them all.
    public var oldestIncompleteAge: TimeSpan?
    /// How many values accepted in the stretch some live node lacks.
    public var incompleteCount = 0
    /// The value accepted in the stretch that took longest, or has waited for longer than any took;
    /// the first of several. Nil before there is one.
    public var slowestValue: ValueID?
    /// Messages sent in each whole quarter of a second of the run, the last 30 s at most, newest
    /// last.
    public var sentPerQuarterSecond: [Int] = []

    /// Nothing measured, unless told otherwise.
    public init(
        since: Instant = .zero, traffic: TrafficCounts = TrafficCounts(),
        propagation: LatencyHistogram = LatencyHistogram(),
        stable: LatencyHistogram = LatencyHistogram(), oldestIncompleteAge: TimeSpan? = nil,
        sentPerQuarterSecond: [Int] = []
    ) {
        self.since = since
        self.traffic = traffic
        self.propagation = propagation
        self.stable = stable
        self.oldestIncompleteAge = oldestIncompleteAge
        self.sentPerQuarterSecond = sentPerQuarterSecond
    }
}
