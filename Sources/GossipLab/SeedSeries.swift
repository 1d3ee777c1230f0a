import Dispatch
import Engine
import Synchronization

/// One scenario run with one seed after the other, as many at a time as there are cores.
///
/// What comes of it does not depend on which run ends first.
struct SeedSeries {
    /// How far a series has come.
    struct Progress {
        /// How many runs are finished.
        var finishedCount = 0
        /// The deliveries of the finished runs.
        var deliveryCount = 0
        /// The runs under way, by their place in the series.
        var running: [Int: RunProgress] = [:]
    }

    /// What the threads tell each other.
    private final class Board: Sendable {
        struct Entries {
            /// Entry i is run i; nil until it is finished.
            var outcomes: [RunOutcome?]
            var progress = Progress()
        }

        let entries: Mutex<Entries>

        init(count: Int) {
            entries = Mutex(Entries(outcomes: Array(repeating: nil, count: count)))
        }

        /// The runs that are finished, up to the first that is not.
        var outcomes: [RunOutcome] {
            entries.withLock { $0.outcomes.prefix { $0 != nil }.compactMap(\.self) }
        }

        func note(_ progress: RunProgress, ofRun index: Int) {
            entries.withLock { $0.progress.running[index] = progress }
        }

        func note(_ report: RunReport, ofRun index: Int) {
            let outcome = RunOutcome(report)
            entries.withLock { entries in
                entries.progress.running[index] = nil
                guard !report.isPartial else { return }
                entries.progress.finishedCount += 1
                entries.progress.deliveryCount += report.traffic.serverReceiveCount
                entries.outcomes[index] = outcome
            }
        }
    }

    /// What is run first; each later run has the next seed.
    let scenario: Scenario
    /// How many runs there are.
    let count: Int

    /// Runs them all, or as many as are finished when `isWanted` first says no, up to the first
    /// that is not.
    ///
    /// `isWanted` is asked from several threads, with the progress so far, and never says yes again
    /// after a no.
    func run(
        while isWanted: @escaping @Sendable (_ progress: () -> Progress) -> Bool
    ) -> SeriesReport {
        let board = Board(count: count)
        let goesOn = { @Sendable in isWanted { board.entries.withLock(\.progress) } }
        DispatchQueue.concurrentPerform(iterations: count) { index in
            guard goesOn() else { return }
            var scenario = scenario
            scenario.seed += UInt64(index)
            let report = Experiment(scenario).run { progress in
                board.note(progress, ofRun: index)
                return goesOn()
            }
            board.note(report, ofRun: index)
        }
        return SeriesReport(scenario: scenario, requestedCount: count, outcomes: board.outcomes)
    }
}
