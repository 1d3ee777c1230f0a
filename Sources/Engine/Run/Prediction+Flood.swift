extension Prediction {
    /// More steps than this, nodes times links, are too long to wait for.
    private static let mostSteps = 5_000_000

    /// What becomes of a value that a flood spreads, nothing being left to luck but the node that
    /// it comes to, each with the same chance; nil without a flood at once, where some node cannot
    /// be reached, or where the cluster is too large to look at every pair of nodes.
    ///
    /// Over links that all take the time `latency` and lose nothing it reaches node v from node o
    /// after d(o, v) hops, d being the distance. So a value from o is everywhere after e(o) hops, e
    /// being the eccentricity; and where links go both ways and to nobody himself, it takes 2E - (n
    /// - 1) messages, for each node passes it on along all its links but the one that brought it.
    /// Anti-entropy is left out of account: it can only make values arrive sooner, and it costs
    /// messages.
    ///
    /// O(n (n + E)) for n nodes and E links.
    static func flood(_ scenario: Scenario, latency: TimeSpan) -> Prediction? {
        let spreading = scenario.broadcastProtocol
        guard spreading.dissemination == .flood, spreading.batching == .eager else { return nil }
        let neighbors = scenario.topology.neighbors(nodeCount: scenario.nodeCount)
        let arcCount = neighbors.reduce(0) { $0 + $1.count }
        guard scenario.nodeCount * (scenario.nodeCount + arcCount) <= mostSteps else { return nil }
        var originCount: [Int] = []
        var reachedCount: [Int] = []
        for origin in neighbors.indices {
            let layers = layers(from: origin, neighbors)
            guard layers.reduce(0, +) == scenario.nodeCount else { return nil }
            while originCount.count < layers.count {
                originCount.append(0)
                reachedCount.append(0)
            }
            originCount[layers.count - 1] += 1
            for (hops, count) in layers.enumerated() { reachedCount[hops] += count }
        }
        let nodeCount = Double(scenario.nodeCount)
        let latencies = originCount.enumerated().filter { $0.element > 0 }.map { hops, count in
            Share(latency: latency * Int64(hops), share: Double(count) / nodeCount)
        }
        var known = 0
        let coverage = reachedCount.map { count in
            known += count
            return Double(known) / (nodeCount * nodeCount)
        }
        let hasLoops = neighbors.enumerated().contains { $1.contains(NodeID($0)) }
        return Prediction(
            .flood, latencies: latencies, coverage: coverage, step: latency,
            messagesPerBroadcast: scenario.topology.isUndirected && !hasLoops
                ? arcCount - (scenario.nodeCount - 1) : nil)
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
}
