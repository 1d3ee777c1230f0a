/// A scenario run from start to end to see how one of its values travels.
public struct JourneyRun: Sendable {
    private let scenario: Scenario
    private let value: ValueID

    /// A run of `scenario`, whose workload must have a time limit, for the sake of `value`.
    public init(_ scenario: Scenario, of value: ValueID) {
        self.scenario = scenario
        self.value = value
    }

    /// Runs it and tells how the value travelled. Deterministic, and the very run of `Experiment`.
    ///
    /// Asks `isWanted` as `Experiment` does; the phase of the journey is `finished` only after the
    /// whole run.
    public func run(while isWanted: (RunProgress) -> Bool = { _ in true }) -> ValueJourney {
        var stretches = RunStretches(scenario)
        var simulator = Simulator(
            scenario, sink: ValueJourney(of: value, nodeCount: scenario.nodeCount))
        while simulator.phase != .finished {
            simulator.run(until: stretches.next())
            let progress = stretches.progress(
                at: simulator.now, deliveryCount: simulator.sink.deliveryCount)
            guard isWanted(progress) else { break }
        }
        return simulator.sink
    }
}
