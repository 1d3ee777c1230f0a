import Engine

@testable import GossipLab

extension SweepPlan {
    /// Two topologies and two intervals under `seedCount` seeds; runs that take no time.
    static func example(seedCount: Int) throws -> SweepPlan {
        try SweepPlan(
            arguments: [
                "--topology", "grid,heap", "--batch-interval", "0ms,100ms", "--node-count", "5",
                "--time-limit", "1", "--fault", "cut n0|n1,n4 at 0.2s for 0.3s",
            ], seedCount: seedCount)
    }

    /// `count` runs in which nothing happens.
    static func empty(count: Int) throws -> SweepPlan {
        try SweepPlan(
            arguments: [
                "--node-count", "1", "--rate", "0", "--time-limit", "0.001", "--recovery", "0ms",
            ], seedCount: count)
    }
}
