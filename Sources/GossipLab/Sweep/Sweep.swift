import Engine
import Synchronization

/// Runs what is missing of a plan, and collects what comes of all of it.
struct Sweep {
    /// Every run, in the order in which they are to be made.
    let runs: [Scenario]
    /// What is known of them before, by their places in `runs`; nil for those that are missing.
    let outcomesBefore: [RunOutcome?]
    /// How many run at a time, or fewer on fewer cores; nil for one on each core.
    var workerCount: Int?

    /// How a sweep ended.
    struct End {
        /// What is known now.
        var outcomes: [RunOutcome?]
        /// Why a run could not be kept, which ended the sweep; nil when there was no such thing.
        var failure: (any Error)?
    }

    /// What the threads tell each other.
    private final class Board: Sendable {
        let end: Mutex<End>
        let hasFailed = Atomic(false)

        init(_ outcomes: [RunOutcome?]) {
            end = Mutex(End(outcomes: outcomes))
        }
    }

    /// Runs what is missing, or as much as is finished when `isWanted` first says no.
    ///
    /// `isWanted` is as for `RunPool`. `keep` gets each run when it and those before it are whole,
    /// one at a time, from any thread; when it throws, the sweep ends without that run.
    func run(
        while isWanted: @escaping @Sendable (_ progress: () -> RunPool.Progress) -> Bool,
        keep: @escaping @Sendable (RunReport) throws -> Void
    ) -> End {
        let missing = runs.indices.filter { outcomesBefore[$0] == nil }
        let board = Board(outcomesBefore)
        RunPool(scenarios: missing.map { runs[$0] }, workerCount: workerCount).run { progress in
            !board.hasFailed.load(ordering: .relaxed) && isWanted(progress)
        } handOver: { index, report in
            board.end.withLock { end in
                guard end.failure == nil else { return }
                do {
                    try keep(report)
                    end.outcomes[missing[index]] = RunOutcome(report)
                } catch {
                    end.failure = error
                    board.hasFailed.store(true, ordering: .relaxed)
                }
            }
        }
        return board.end.withLock(\.self)
    }
}
