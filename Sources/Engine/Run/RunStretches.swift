/// The stretches of simulated time after each of which a run is asked whether to go on.
struct RunStretches {
    private let scenario: Scenario
    private let stretch: TimeSpan
    private var end = Instant.zero

    /// The stretches of a run of `scenario`, whose workload must have a time limit.
    init(_ scenario: Scenario) {
        guard let timeLimit = scenario.workload.timeLimit else {
            preconditionFailure("an experiment without a time limit has no end")
        }
        self.scenario = scenario
        let length = timeLimit + scenario.recovery
        // Short enough for a large cluster to be asked often, and for a short run to be fast.
        stretch = TimeSpan(microseconds: min(length.microseconds / 1_000 + 1, 100_000))
    }

    /// The end of the next stretch.
    mutating func next() -> Instant {
        end = end + stretch
        return end
    }

    /// How far the run has come at `now`, where `deliveryCount` messages have arrived.
    func progress(at now: Instant, deliveryCount: Int) -> RunProgress {
        RunProgress(share: scenario.share(overAt: now), deliveryCount: deliveryCount)
    }
}
