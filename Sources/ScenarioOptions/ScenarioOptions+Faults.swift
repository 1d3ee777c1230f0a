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
        guard !fault.isEmpty else { return }
        if knowsCluster {
            let bounds = FaultBounds(
                nodeCount: scenario.nodeCount, timeLimit: scenario.workload.timeLimit)
            for statement in fault { try bounds.check(statement) }
        }
        scenario.faults = try FaultSchedule(fault).faults
    }
}
