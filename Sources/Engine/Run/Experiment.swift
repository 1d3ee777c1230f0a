/// A scenario run from start to end without anybody watching.
public struct Experiment: Sendable {
    private let scenario: Scenario

    /// An experiment with `scenario`, whose workload must have a time limit.
    public init(_ scenario: Scenario) {
        self.scenario = scenario
    }

    /// Runs it and reports. Deterministic: the same scenario gives the same report.
    ///
    /// Asks `isWanted` now and then, with how far the run has come, whether to go on. Asking does
    /// not change the run; a report on less than the whole run says so.
    public func run(while isWanted: (RunProgress) -> Bool = { _ in true }) -> RunReport {
        guard let timeLimit = scenario.workload.timeLimit else {
            preconditionFailure("an experiment without a time limit has no end")
        }
        let length = timeLimit + scenario.recovery
        // Short enough for a large cluster to be asked often, and for a short run to be fast.
        let stretch = TimeSpan(microseconds: min(length.microseconds / 1_000 + 1, 100_000))
        var run = MeasuredRun(scenario)
        var end = Instant.zero
        while run.phase != .finished {
            end = end + stretch
            run.run(until: end)
            let progress = RunProgress(
                share: scenario.share(overAt: run.now),
                deliveryCount: run.traffic.serverReceiveCount)
            guard isWanted(progress) else { break }
        }
        return run.report
    }
}
