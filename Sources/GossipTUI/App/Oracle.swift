import Engine

/// What theory says of the run, worked out once for as long as it holds.
struct Oracle {
    private var scenario: Scenario?
    private var prediction: Prediction?

    /// The prediction for the cluster as it is; nil where no formula holds, or as long as the
    /// figures are about a time that had faults.
    mutating func prediction(
        for snapshot: ClusterSnapshot, in timeLine: TimeLine
    ) -> Prediction? {
        if scenario != snapshot.scenario {
            scenario = snapshot.scenario
            prediction = Prediction(snapshot.scenario)
        }
        let isSound =
            snapshot.faults.isEmpty && snapshot.nodeStates.allSatisfy { $0 == .running }
            && !timeLine.hasFault(from: snapshot.figures.since, to: snapshot.now)
        return isSound ? prediction : nil
    }
}
