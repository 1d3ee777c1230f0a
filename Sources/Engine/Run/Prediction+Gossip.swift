extension Prediction {
    /// More nodes than this are too long to wait for.
    private static let mostNodes = 1_000
    /// The slowest hop that is accepted, in intervals.
    private static let slowestHop = 0.1
    /// How many steps of the chain make the mean time until a value is everywhere.
    private static let stepsPerMean = 500.0
    /// The chain is followed until this share of values is everywhere; latencies that are rarer, at
    /// either end, count for the last one that is not.
    private static let shareFollowed = 0.999

    /// What becomes of a value that spreads by anti-entropy alone, with one random node at a time
    /// and at Poisson clocks; nil for any other scenario, and where the network is slow.
    ///
    /// How many nodes know it is a pure birth process with `AntiEntropy.Mode.learningRates`. With n
    /// nodes, push needs 2 (n-1)/n H(n-1) intervals on average until all do, where H(m) is 1 + 1/2
    /// + ... + 1/m, and push-pull half of it. Topology, batches and relaying do not matter: nothing
    /// is disseminated, and an exchange is about all values held.
    ///
    /// The network's latency comes on top. Whom the k-th node learns from has nothing to do with
    /// when, and is each of the k-1 before it with the same chance, so the way to it has H(k-1)
    /// hops on average, the depth of a random recursive tree. To first order it learns H(k-1) hops
    /// later. Left out is that values then come by other ways, with fewer hops: where a hop takes a
    /// tenth of the interval, the slowest that is accepted, the mean is too high by less than 1 %
    /// (simulated with 5 to 100 nodes).
    ///
    /// O(n²) in time and space for n nodes, but for a constant factor.
    static func gossip(_ scenario: Scenario, latency: TimeSpan) -> Prediction? {
        let spreading = scenario.broadcastProtocol
        let others = scenario.nodeCount - 1
        guard spreading.dissemination == .none, let antiEntropy = spreading.antiEntropy,
            antiEntropy.clock == .poisson, min(antiEntropy.fanout, others) == 1,
            scenario.nodeCount <= mostNodes
        else { return nil }
        let interval = Double(antiEntropy.interval.microseconds)
        let hop = Double(latency.microseconds) / interval * antiEntropy.mode.latenciesPerHop
        guard hop <= slowestHop else { return nil }

        let rates = antiEntropy.mode.learningRates(nodeCount: scenario.nodeCount)
        let mean = rates.reduce(0) { $0 + 1 / $1 }
        // Whole microseconds, for the coverage counts in such steps.
        let step = max(1, (interval * mean / stepsPerMean).rounded())
        let reached = course(of: BirthChain(rates: rates, step: step / interval))
        let hops = meanHops(nodeCount: scenario.nodeCount)
        let delays = hops.map { $0 * hop * interval / step }
        return Prediction(
            .gossip(meanIntervals: mean + hops[others] * hop),
            latencies: shares(of: reached.map { $0[others] }, delay: delays[others], step: step),
            coverage: coverage(of: reached, delays: delays.map { Int($0.rounded()) }),
            step: .microseconds(Int64(step)))
    }

    /// Entry i says what `chain` has reached after i steps, up to the last one that is followed.
    private static func course(of chain: BirthChain) -> [[Double]] {
        var chain = chain
        var course = [chain.reached]
        while chain.lastProbability < shareFollowed {
            chain.advance()
            course.append(chain.reached)
        }
        return course
    }

    /// Entry i is how many hops the value took to the node that learned it after i others.
    private static func meanHops(nodeCount: Int) -> [Double] {
        var hops = [0.0]
        for known in 1..<nodeCount { hops.append(hops[known - 1] + 1 / Double(known)) }
        return hops
    }

    /// The shares of values that came everywhere in each step, `complete[i]` having done so after
    /// i; `delay` is in steps, and `step` in microseconds.
    private static func shares(of complete: [Double], delay: Double, step: Double) -> [Share] {
        let last = complete.count - 1
        let first = complete.firstIndex { $0 > 1 - shareFollowed } ?? last
        return (first...last).map { index in
            let upper = index == last ? 1 : complete[index]
            let lower = index == first ? 0 : complete[index - 1]
            return Share(
                latency: .microseconds(Int64((Double(index) - 0.5 + delay) * step)),
                share: upper - lower)
        }
    }

    /// Entry i is the share of nodes that know a value after i steps, the node that learns it after
    /// k others doing so `delays[k]` steps later than in `reached`.
    private static func coverage(of reached: [[Double]], delays: [Int]) -> [Double] {
        let last = reached.count - 1
        return (0...last + (delays.last ?? 0)).map { index in
            let known = delays.indices.reduce(0.0) { sum, node in
                let step = index - delays[node]
                return step < 0 ? sum : sum + reached[min(step, last)][node]
            }
            return known / Double(delays.count)
        }
    }
}
