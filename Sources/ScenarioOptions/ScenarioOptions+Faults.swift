import ArgumentParser
import Engine

/// What goes wrong.
extension ScenarioOptions {
    /// Puts the faults into `scenario`, whose cluster and clients are as they will be.
    ///
    /// Faults are held against them only if they are those of the run: `knowsCluster`.
    func applyFaults(to scenario: inout Scenario, knowsCluster: Bool) throws {
        if let nemesis { scenario.nemesis.families = nemesis }
        if let nemesisInterval {
            guard !scenario.nemesis.families.isEmpty else {
                throw ValidationError(
                    "'--nemesis-interval' needs faults that strike at random: "
                        + "add '--nemesis partition'.")
            }
            scenario.nemesis.interval = nemesisInterval
        }
        if knowsCluster && scenario.nodeCount == 1,
            let idle = scenario.nemesis.families.first(where: \.needsLinks)
        {
            throw ValidationError(
                "'--nemesis \(idle.rawValue)' needs links, and one node has none: "
                    + "raise '--node-count'.")
        }
        guard !fault.isEmpty else { return }
        if knowsCluster {
            let bounds = FaultBounds(
                nodeCount: scenario.nodeCount, timeLimit: scenario.workload.timeLimit)
            for statement in fault { try bounds.check(statement) }
        }
        scenario.faults = try FaultSchedule(fault).faults
    }
}

extension Nemesis.Family {
    /// Whether its faults are faults of links.
    fileprivate var needsLinks: Bool {
        switch self {
        case .partition, .loss, .duplicate, .clog: true
        case .kill, .pause: false
        }
    }
}
