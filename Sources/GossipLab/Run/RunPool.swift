import Dispatch
import Engine
import Synchronization

/// Runs many scenarios, several at a time, and hands the reports over in the scenarios' order.
///
/// What comes of it does not depend on which run ends first.
struct RunPool {
    /// How far the runs have come.
    struct Progress {
        /// How many runs are finished.
        var finishedCount = 0
        /// The deliveries of the finished runs.
        var deliveryCount = 0
        /// The runs under way, by their places among the scenarios.
        var running: [Int: RunProgress] = [:]
    }

    /// What the threads tell each other.
    fileprivate final class Board: Sendable {
        struct Entries {
            var nextStart = 0
            var nextHandedOver = 0
            /// Finished before one that comes earlier.
            var waiting: [Int: RunReport] = [:]
            var progress = Progress()
        }

        let entries = Mutex(Entries())
    }

    /// What is run, each with a time limit.
    let scenarios: [Scenario]
    /// How many run at a time, or fewer on fewer cores; nil for one on each core.
    var workerCount: Int?

    /// Runs them all, or as many as are finished when `isWanted` first says no.
    ///
    /// `isWanted` is asked from several threads, with the progress so far, and never says yes again
    /// after a no. `handOver` gets each whole run with its place among the scenarios, in ascending
    /// order and one at a time, from any thread; it must not ask for the progress. After a no, what
    /// is finished is still handed over, so that there may be gaps.
    func run(
        while isWanted: @escaping @Sendable (_ progress: () -> Progress) -> Bool,
        handOver: @escaping @Sendable (_ place: Int, _ report: RunReport) -> Void
    ) {
        let board = Board()
        let goesOn = { @Sendable in isWanted { board.entries.withLock(\.progress) } }
        let workerCount = min(workerCount ?? .max, scenarios.count, 1_024)
        DispatchQueue.concurrentPerform(iterations: workerCount) { _ in
            while goesOn(), let place = board.takeNext(of: scenarios.count) {
                let report = Experiment(scenarios[place]).run { progress in
                    board.note(progress, ofRunAt: place)
                    return goesOn()
                }
                board.note(report, ofRunAt: place, handOver: handOver)
            }
        }
        board.handOverTheRest(handOver)
    }
}

fileprivate extension RunPool.Board {
    func takeNext(of count: Int) -> Int? {
        entries.withLock { entries in
            guard entries.nextStart < count else { return nil }
            entries.nextStart += 1
            return entries.nextStart - 1
        }
    }

    func note(_ progress: RunProgress, ofRunAt place: Int) {
        entries.withLock { $0.progress.running[place] = progress }
    }

    func note(_ report: RunReport, ofRunAt place: Int, handOver: (Int, RunReport) -> Void) {
        entries.withLock { entries in
            entries.progress.running[place] = nil
            guard !report.isPartial else { return }
            entries.progress.finishedCount += 1
            entries.progress.deliveryCount += report.traffic.serverReceiveCount
            entries.waiting[place] = report
            while let report = entries.waiting.removeValue(forKey: entries.nextHandedOver) {
                handOver(entries.nextHandedOver, report)
                entries.nextHandedOver += 1
            }
        }
    }

    func handOverTheRest(_ handOver: (Int, RunReport) -> Void) {
        entries.withLock { entries in
            for (place, report) in entries.waiting.sorted(by: { $0.key < $1.key }) {
                handOver(place, report)
            }
            entries.waiting = [:]
        }
    }
}
