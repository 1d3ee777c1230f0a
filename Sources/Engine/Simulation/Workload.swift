/// What clients do: a broadcast or a read, on an even coin, at random times and nodes.
public struct Workload: Hashable, Sendable {
    /// Operations per second on average, all clients together; above 0, or 0 for none at all.
    ///
    /// The gap between two operations is uniform in 0..<2/rate seconds.
    public var rate = 100.0
    /// How long clients keep at it; nil for ever.
    public var timeLimit: TimeSpan? = .seconds(20)

    /// 100 operations a second for 20 s.
    public init() {}
}
