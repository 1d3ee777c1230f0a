/// What a well-run hub can do on the challenge's cluster: 25 nodes, 100 ms apart, 100 operations a
/// second. A model of three ways to use a hub, not a bound.
public enum ReferenceCurve {
    /// Nothing reaches another node sooner.
    public static let shortestLatency = TimeSpan.milliseconds(100)

    private static let twoHops = 0.2

    /// Messages per operation when no value takes longer than `latency` to reach every node; nil
    /// below `shortestLatency`. Never rises with `latency`.
    public static func messagesPerOperation(within latency: TimeSpan) -> Double? {
        guard latency >= shortestLatency else { return nil }
        let seconds = latency.inSeconds
        let direct = direct(within: min(seconds, twoHops))
        return seconds < twoHops ? direct : min(direct, byHub(within: seconds))
    }

    /// One hop: the origin itself sends to all, when its timer fires.
    private static func direct(within seconds: Double) -> Double { 6 / (seconds - 0.1 + 0.5) }

    /// Two hops: by way of a hub whose timer starts with the first value that waits, and spokes
    /// that send to it at once or, if that is cheaper, collect for some time as well.
    private static func byHub(within seconds: Double) -> Double {
        let slack = seconds - twoHops
        // Where the sum of both costs has its minimum.
        let spokes = min(slack, max(0, (2 * slack + 2 * 0.02 - 1) / 4))
        return 0.48 / (1 + 2 * spokes) + 0.24 / (slack - spokes + 0.02)
    }
}
