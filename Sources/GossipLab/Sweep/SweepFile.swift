import Engine
import Records
import ScenarioOptions
import Synchronization

/// The file that the runs of a sweep are collected in, one line each.
///
/// Nobody else can use it as long as this object is there.
final class SweepFile: Sendable {
    /// Where the file is.
    let path: String
    /// What it had when it was opened: the outcomes of the plan's runs, by their places; nil for
    /// those that are not in it.
    let outcomes: [RunOutcome?]

    private let notation: RunNotation
    private let lines: Mutex<LineFile>

    /// Opens the file at `path`, makes it if it is not there and `use` is appending, and reads it.
    ///
    /// Throws when that cannot be, or a line is no run of `plan`; the file is then as before.
    init(path: String, plan: SweepPlan, for use: LineFile.Use) throws {
        let notation = try RunNotation(ofFileAt: path)
        do {
            var lines = try LineFile(path: path, for: use)
            var contents = SweepContents(of: plan, in: notation)
            while let block = try lines.readLines() { try contents.add(block) }
            if lines.isCutOff {
                throw SweepContents.Failure(line: contents.lineCount + 1, flaw: .cutOff)
            }
            if use == .appending, contents.lineCount == 0, let header = notation.header {
                try lines.append(header)
            }
            self.path = path
            self.notation = notation
            self.lines = Mutex(lines)
            outcomes = contents.outcomes
        } catch let failure as SweepContents.Failure {
            throw InputFailure(
                failure.flaw.text(line: failure.line, of: path, option: "--output "))
        } catch let failure as SystemFailure {
            throw InputFailure("'--output \(path)' cannot be used: \(failure).")
        }
    }

    /// Adds a whole run as a line; when it throws, the file is as before.
    func append(_ report: RunReport) throws(SystemFailure) {
        let line = notation.line(report)
        try lines.withLock { lines throws(SystemFailure) in try lines.append(line) }
    }

    /// Waits until the disk has it all.
    func synchronize() throws(SystemFailure) {
        try lines.withLock { lines throws(SystemFailure) in try lines.synchronize() }
    }
}
