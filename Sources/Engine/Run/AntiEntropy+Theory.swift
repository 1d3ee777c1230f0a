/// How one value spreads by exchanges of each node with one random other node, and nothing else.
extension AntiEntropy.Mode {
    /// Entry i is the rate at which one more node learns the value while i + 1 of `nodeCount`, 2 or
    /// more, know it; per interval of Poisson clocks, over a network without latency.
    ///
    /// With k of n nodes push does so at k (n-k) / (n-1): k nodes call, and each finds a node
    /// without the value with probability (n-k) / (n-1). Pull is push seen from the other side, and
    /// push-pull is both. Nodes that hold nothing call as well.
    func learningRates(nodeCount: Int) -> [Double] {
        (1..<nodeCount).map { known in
            directions * Double(known * (nodeCount - known)) / Double(nodeCount - 1)
        }
    }

    /// In how many directions an exchange brings values.
    private var directions: Double {
        switch self {
        case .push, .pull: 1
        case .pushPull, .pushPullDigest: 2
        }
    }

    /// How many network latencies a hop of the value costs, on average.
    ///
    /// A request that was under way when its receiver learned the value is answered with it, so
    /// that pull costs one latency like push, not two. With digests it is one as well against the
    /// direction of the call, but three along it: digest, request for what is missing, answer.
    var latenciesPerHop: Double {
        switch self {
        case .push, .pull, .pushPull: 1
        case .pushPullDigest: 2
        }
    }
}
