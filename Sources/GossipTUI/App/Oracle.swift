import Engine

/// What theory says of the run, worked out once for as long as it holds.
struct Oracle {
    private var scenario: Scenario?
    private var prediction: Prediction?

    /// The prediction for the cluster as it is; nil where no formula holds, or while a fault is in
    /// force.
    mutating func prediction(for snapshot: ClusterSnapshot) -> Prediction? {
        if scenario != snapshot.scenario {
            scenario = snapshot.scenario
            prediction = Prediction(snapshot.scenario)
        }
        let isSound =
            snapshot.faults.isEmpty && snapshot.nodeStates.allSatisfy { $0 == .running }
        return isSound ? prediction : nil
    }
}
