/// The limits of the broadcast challenge's two efficiency parts, at 25 nodes, 100 ms and 100 op/s.
///
/// The latencies are Maelstrom's stable ones.
public struct ChallengeLimits: Hashable, Sendable {
    /// The part's name.
    public let name: String
    /// Messages per operation stay below this.
    public let messagesPerOperation: Double
    /// The median stable latency stays below this.
    public let median: TimeSpan
    /// The maximum stable latency stays below this.
    public let maximum: TimeSpan

    /// Part 1 (3d): latency first.
    public static let part1 = ChallengeLimits(
        name: "part 1", messagesPerOperation: 30, median: .milliseconds(400),
        maximum: .milliseconds(600))
    /// Part 2 (3e): messages first.
    public static let part2 = ChallengeLimits(
        name: "part 2", messagesPerOperation: 20, median: .seconds(1), maximum: .seconds(2))
    /// Whether `scenario` has the cluster and the load that the limits are meant for.
    public static func areMeant(for scenario: Scenario) -> Bool {
        scenario.nodeCount == 25 && scenario.workload.rate == 100
            && scenario.network.latency == LatencyModel(meanMilliseconds: 100)
            && scenario.network.latencyMap == nil
    }

    /// Both parts, in order.
    public static let all = [part1, part2]
}
