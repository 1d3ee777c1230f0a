import Engine

/// What theory says of the run, worked out once for as long as it holds.
struct Oracle {
    private var scenario: Scenario?
    private var now = Instant.zero
    private var prediction: Prediction?
    /// When the stretch of figures began in which a fault was seen last; nil before any.
    private var faultySince: Instant?

    /// The prediction for the cluster as it is; nil where no formula holds, or as long as the
    /// figures are about a time that had faults.
    mutating func prediction(for snapshot: ClusterSnapshot) -> Prediction? {
        if snapshot.now < now { faultySince = nil }
        now = snapshot.now
        if scenario != snapshot.scenario {
            scenario = snapshot.scenario
            prediction = Prediction(snapshot.scenario)
        }
        let isSound =
            snapshot.faults.isEmpty && snapshot.nodeStates.allSatisfy { $0 == .running }
        if !isSound { faultySince = snapshot.figures.since }
        return faultySince == snapshot.figures.since ? nil : prediction
    }
}
