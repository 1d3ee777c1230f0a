/// A scenario run from start to end without anybody watching.
public struct Experiment: Sendable {
    private let scenario: Scenario

    /// An experiment with `scenario`, whose workload must have a time limit.
    public init(_ scenario: Scenario) {
        self.scenario = scenario
    }

    /// Runs it and reports. Deterministic: the same scenario gives the same report.
    public func run() -> RunReport {
        var run = MeasuredRun(scenario)
        run.runToEnd()
        return run.report
    }
}
