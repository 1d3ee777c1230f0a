/// What was measured over a stretch of a run.
public struct RunFigures: Hashable, Sendable {
    /// When the stretch began: the start of the run, or the last change of topology or protocol.
    public var since = Instant.zero
    /// Messages and operations in the stretch.
    public var traffic = TrafficCounts()
    /// Accept at the origin -> the last node has it, for each value accepted in the stretch that
    /// every node holds by now.
    public var propagation = LatencyHistogram()
    /// Maelstrom's stable latency of the same values: sampled by reads, so never above the truth.
    public var stable = LatencyHistogram()
    /// Messages sent in each whole quarter of a second of the run, the last 30 s at most, newest
    /// last.
    public var sentPerQuarterSecond: [Int] = []

    /// Nothing measured, unless told otherwise.
    public init(
        since: Instant = .zero, traffic: TrafficCounts = TrafficCounts(),
        propagation: LatencyHistogram = LatencyHistogram(),
        stable: LatencyHistogram = LatencyHistogram(), sentPerQuarterSecond: [Int] = []
    ) {
        self.since = since
        self.traffic = traffic
        self.propagation = propagation
        self.stable = stable
        self.sentPerQuarterSecond = sentPerQuarterSecond
    }
}
