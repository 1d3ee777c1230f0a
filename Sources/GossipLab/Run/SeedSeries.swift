import Engine
import Synchronization

/// One scenario run with one seed after the other, as many at a time as there are cores.
struct SeedSeries {
    /// What is run first; each later run has the next seed.
    let scenario: Scenario
    /// How many runs there are.
    let count: Int

    /// Runs them all, or as many as are finished when `isWanted` first says no, up to the first
    /// that is not.
    ///
    /// `isWanted` is as for `RunPool`.
    func run(
        while isWanted: @escaping @Sendable (_ progress: () -> RunPool.Progress) -> Bool
    ) -> SeriesReport {
        let scenarios = (0..<count).map { index in
            var scenario = scenario
            scenario.seed += UInt64(index)
            return scenario
        }
        let outcomes = Outcomes()
        RunPool(scenarios: scenarios).run(while: isWanted, handOver: outcomes.append)
        return SeriesReport(
            scenario: scenario, requestedCount: count, outcomes: outcomes.list.withLock(\.self))
    }

    /// The outcomes so far, up to the first that is missing.
    private final class Outcomes: Sendable {
        let list = Mutex<[RunOutcome]>([])

        @Sendable func append(place: Int, _ report: RunReport) {
            let outcome = RunOutcome(report)
            list.withLock { list in
                if place == list.count { list.append(outcome) }
            }
        }
    }
}
