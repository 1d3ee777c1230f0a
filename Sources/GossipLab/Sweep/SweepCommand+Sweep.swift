import ArgumentParser
import CInterrupt
import Engine
import ScenarioOptions

extension SweepCommand {
    /// Prints the commands that make the runs of `plan` which are not in the output file yet.
    func list(_ plan: SweepPlan) throws {
        let runs = plan.runs
        var isThere = Array(repeating: false, count: runs.count)
        if let output, LineFile.exists(at: output) {
            isThere = try SweepFile(path: output, plan: plan, for: .reading).outcomes
                .map { $0 != nil }
        }
        for (run, isThere) in zip(runs, isThere) where !isThere {
            try StandardOutput.writeLine(run.command(beside: ["--format", "ndjson"]))
        }
    }

    /// Makes the runs of `plan` that are not in the output file yet, and reports on all.
    func sweep(_ plan: SweepPlan) throws {
        try svg.map(ChartFile.init)?.check()
        let file = try output.map { try SweepFile(path: $0, plan: plan, for: .appending) }
        let runs = plan.runs
        let before = file?.outcomes ?? Array(repeating: nil, count: runs.count)
        interrupt_catch()
        let end = run(
            Sweep(runs: runs, outcomesBefore: before, workerCount: parallel), into: file)
        let count = end.outcomes.count { $0 != nil }
        do {
            if let failure = end.failure { throw failure }
            try file?.synchronize()
        } catch let failure as SystemFailure {
            throw InputFailure(
                "'--output \(output ?? "")' cannot be written: \(failure). It has \(count) of "
                    + "\(runs.count) runs: make room and repeat the command, which goes on from "
                    + "there.")
        }
        try report(
            on: zip(runs, end.outcomes).compactMap { run, outcome in outcome.map { (run, $0) } },
            of: runs.count, countBefore: before.count { $0 != nil })
    }

    private func run(_ sweep: Sweep, into file: SweepFile?) -> Sweep.End {
        // Lines of JSON on the same screen would run into it.
        let line = ProgressLine(
            after: .milliseconds(500), isWanted: !(printsRuns && StandardOutput.isTerminal))
        let countBefore = sweep.outcomesBefore.count { $0 != nil }
        let isUTF8 = CharacterEncoding.isUTF8
        let start = ContinuousClock.now
        let printsRuns = printsRuns
        defer { line.clear() }
        return sweep.run { progress in
            line.show {
                SweepProgress(
                    count: sweep.runs.count, countBefore: countBefore, progress: progress(),
                    elapsed: .now - start
                ).text(columns: (StandardError.columns ?? 80) - 1, isUTF8: isUTF8)
            }
            return !interrupt_was_requested()
        } keep: { report in
            if let file {
                try file.append(report)
            } else if printsRuns {
                try StandardOutput.writeLine(RunLine(report).text)
            }
        }
    }

    /// Prints and draws what came of `runs`, which are all `count` of the sweep's unless it was
    /// ended before; throws the exit status unless it is 0.
    private func report(
        on runs: [(scenario: Scenario, outcome: RunOutcome)], of count: Int, countBefore: Int
    ) throws {
        let isPartial = runs.count < count
        let report = SweepReport(of: runs)
        if !printsRuns {
            if !runs.isEmpty {
                try StandardOutput.writeLine(report.text(columns: SweepReport.columns))
            }
            if countBefore > 0, let output {
                try StandardOutput.writeLine(
                    "\(countBefore) of \(count) runs were in \(output) before")
            }
            if isPartial {
                try StandardOutput.writeLine(
                    "PARTIAL  ended after \(runs.count) of \(count) runs"
                        + (output == nil ? "" : "; repeat the command to go on")
                        + (svg.map { "\n         \($0) is only drawn of a whole sweep" } ?? ""))
            }
        }
        if isPartial { throw ExitCode.interrupted }
        try svg.map(ChartFile.init)?.draw(report)
    }
}
