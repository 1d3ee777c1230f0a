import ArgumentParser
public import Engine

extension ScenarioOptions {
    /// The scenario that the options describe: the preset, or else `base`, with what was given
    /// beside it.
    ///
    /// Where the cluster's size is not for the options to say, as for a node under Maelstrom,
    /// `knowsNodeCount` is false, no fan-out is too large and no fault out of place. Throws a
    /// `ValidationError` when options contradict each other or ask for more than fits.
    public func scenario(
        base: Scenario = Scenario(), knowsNodeCount: Bool = true
    ) throws -> Scenario {
        var scenario = preset?.scenario ?? base
        Self.override(&scenario.nodeCount, with: nodeCount)
        Self.override(&scenario.topology, with: topology)
        Self.override(&scenario.network.delivery, with: network)
        Self.override(&scenario.network.latency.meanMilliseconds, with: latency)
        Self.override(&scenario.network.latency.distribution, with: latencyDist)
        if latency != nil { scenario.network.latencyMap = nil }
        if let latencyMap { try apply(latencyMap, to: &scenario) }
        Self.override(&scenario.network.loss, with: loss)
        Self.override(&scenario.workload.rate, with: rate)
        if let timeLimit { scenario.workload.timeLimit = timeLimit }
        try applyFaults(to: &scenario, knowsCluster: knowsNodeCount)
        Self.override(&scenario.recovery, with: recovery)
        Self.override(&scenario.seed, with: seed)
        scenario.broadcastProtocol = try broadcastProtocol(
            over: scenario.broadcastProtocol,
            nodeCount: knowsNodeCount ? scenario.nodeCount : .max)
        try Self.checkSize(of: scenario)
        return scenario
    }

    /// Takes `text`, the contents of the file called `name`, for the latency map.
    ///
    /// Throws a `ValidationError` when it is none.
    public mutating func useLatencyMap(_ text: String, called name: String) throws {
        latencyMap = try LatencyMapReader.map(in: text, file: name)
    }

    private static func override<Value>(_ place: inout Value, with value: Value?) {
        if let value { place = value }
    }

    /// The map takes the place of the mean latency, whose default then stands for none.
    private func apply(_ map: LatencyMap, to scenario: inout Scenario) throws {
        if latency != nil {
            throw ValidationError(
                "'--latency' and '--latency-map' both say how long messages take: leave one out.")
        }
        guard map.nodeCount == scenario.nodeCount else {
            throw ValidationError(
                "'--latency-map \(map.name)' has n0 to n\(map.nodeCount - 1) in its groups, the "
                    + "cluster n0 to n\(scenario.nodeCount - 1): say "
                    + "'--node-count \(map.nodeCount)', or change the groups.")
        }
        scenario.network.latencyMap = map
        scenario.network.latency.meanMilliseconds = NetworkModel().latency.meanMilliseconds
    }

    private static func checkSize(of scenario: Scenario) throws {
        let nodeCount = scenario.nodeCount
        switch scenario.topology {
        case .star, .ring:
            guard nodeCount >= 2 else {
                throw ValidationError(
                    "'--topology \(scenario.topology)' needs '--node-count' 2 or more, not 1.")
            }
        case .total, .grid, .line, .tree2, .tree3, .tree4, .heap:
            guard nodeCount <= scenario.topology.largestNodeCount else {
                throw ValidationError(
                    "'--topology \(scenario.topology)' has too many links: '--node-count' is at "
                        + "most \(scenario.topology.largestNodeCount), not \(nodeCount).")
            }
        }
        let operations = scenario.workload.rate * (scenario.workload.timeLimit?.inSeconds ?? 0)
        guard operations <= 1_000_000_000 else {
            throw ValidationError(
                "'--rate' times '--time-limit' is at most 1000000000 operations, "
                    + "not \(Int(operations)).")
        }
        // Half of them are broadcasts, and who learned what takes six bytes.
        let holdings = operations / 2 * Double(nodeCount)
        guard holdings <= 1_000_000_000 else {
            throw ValidationError(
                "\(Int(operations / 2)) values at \(nodeCount) nodes do not fit into memory: lower "
                    + "'--node-count', '--rate' or '--time-limit' until their product is at most "
                    + "2000000000, not \(Int(2 * holdings)).")
        }
    }
}
