/// What theory says of how values spread, where a formula exists and nothing is left to luck but the
/// node that a value comes to, each with the same chance.
///
/// A flood without batches, over links that all take the same time L and lose nothing, reaches node v
/// from node o after d(o, v) L, d being the distance in hops. So a value from o is everywhere after
/// e(o) L, e being the eccentricity; and where links go both ways and to nobody himself, it takes
/// 2E - (n - 1) messages, for each node passes it on along all its links but the one that brought it.
/// Anti-entropy is left out of account: it can only make values arrive sooner, and it costs messages.
public struct Prediction: Hashable, Sendable {
    /// A latency and the share of values that have it.
    public struct Share: Hashable, Sendable {
        /// Accept -> everywhere.
        public let latency: TimeSpan
        /// 0...1; all shares add up to 1.
        public let share: Double
    }

    /// The propagation latencies that occur, ascending.
    public let latencies: [Share]
    /// Entry i is the share of nodes that know a value after i hops, on average over the nodes that
    /// it may come to; the last one is 1.
    public let coverage: [Double]
    /// How long a hop takes.
    public let hop: TimeSpan
    /// Messages of the flood per broadcast; nil where links go one way only, or to their own node.
    public let messagesPerBroadcast: Int?

    /// More steps than this, nodes times links, are too long to wait for.
    private static let mostSteps = 5_000_000

    /// What theory says of `scenario` without its faults; nil where no formula holds, some node
    /// cannot be reached, or the cluster is too large to look at every pair of nodes.
    ///
    /// O(n (n + E)) for n nodes and E links.
    public init?(_ scenario: Scenario) {
        let spreading = scenario.broadcastProtocol
        guard spreading.dissemination == .flood, spreading.batching == .eager,
            scenario.network.latencyMap == nil, scenario.network.loss == 0,
            let hop = scenario.network.latency.constant
        else { return nil }
        let neighbors = scenario.topology.neighbors(nodeCount: scenario.nodeCount)
        let arcCount = neighbors.reduce(0) { $0 + $1.count }
        guard scenario.nodeCount * (scenario.nodeCount + arcCount) <= Self.mostSteps else {
            return nil
        }
        var originCount: [Int] = []
        var reachedCount: [Int] = []
        for origin in neighbors.indices {
            let layers = Self.layers(from: origin, neighbors)
            guard layers.reduce(0, +) == scenario.nodeCount else { return nil }
            while originCount.count < layers.count {
                originCount.append(0)
                reachedCount.append(0)
            }
            originCount[layers.count - 1] += 1
            for (hops, count) in layers.enumerated() { reachedCount[hops] += count }
        }
        let nodeCount = Double(scenario.nodeCount)
        latencies = originCount.enumerated().filter { $0.element > 0 }.map { hops, count in
            Share(latency: hop * Int64(hops), share: Double(count) / nodeCount)
        }
        var known = 0
        coverage = reachedCount.map { count in
            known += count
            return Double(known) / (nodeCount * nodeCount)
        }
        self.hop = hop
        let hasLoops = neighbors.enumerated().contains { $1.contains(NodeID($0)) }
        messagesPerBroadcast =
            scenario.topology.isUndirected && !hasLoops
            ? arcCount - (scenario.nodeCount - 1) : nil
    }

    /// Entry i is the number of nodes at distance i from `origin`, as far as they can be reached.
    private static func layers(from origin: Int, _ neighbors: [[NodeID]]) -> [Int] {
        var isReached = [Bool](repeating: false, count: neighbors.count)
        isReached[origin] = true
        var frontier = [origin]
        var layers: [Int] = []
        while !frontier.isEmpty {
            layers.append(frontier.count)
            var next: [Int] = []
            for node in frontier {
                for neighbor in neighbors[node] where !isReached[neighbor.index] {
                    isReached[neighbor.index] = true
                    next.append(neighbor.index)
                }
            }
            frontier = next
        }
        return layers
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
        let hops = hop > .zero ? Int(age.microseconds / hop.microseconds) : coverage.count
        return coverage[min(hops, coverage.count - 1)]
    }
}
