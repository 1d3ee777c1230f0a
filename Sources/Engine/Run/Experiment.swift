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
        var stretches = RunStretches(scenario)
        var run = MeasuredRun(scenario)
        while run.phase != .finished {
            run.run(until: stretches.next())
            let progress = stretches.progress(
                at: run.now, deliveryCount: run.traffic.serverReceiveCount)
            guard isWanted(progress) else { break }
        }
        return run.report
    }
}
