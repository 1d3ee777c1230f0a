import Engine
import ScenarioOptions

/// Runs from any number of files of lines, each counted once.
struct RunCollection {
    /// A run and where it was found.
    private struct Finding {
        let outcome: RunOutcome
        let place: String
    }

    private var findings: [Scenario: Finding] = [:]
    private let scenarios = ScenarioReader()
    /// How many lines were about a run that another line is about too.
    private(set) var repeatedCount = 0

    /// The runs, in no particular order.
    var runs: [(scenario: Scenario, outcome: RunOutcome)] {
        findings.map { ($0.key, $0.value.outcome) }
    }

    /// Takes in all lines of the file at `path`, or of standard input if that is `-`.
    ///
    /// Throws a `InputFailure` when it cannot be read, or at the first line that is wrong.
    mutating func read(fileAt path: String) throws {
        do {
            var lines =
                path == "-" ? try LineFile.standardInput() : try LineFile(path: path, for: .reading)
            var lineCount = 0
            while let block = try lines.readLines() {
                try add(block[...], from: path, behind: lineCount)
                lineCount += block.count
            }
            if lines.isCutOff {
                throw InputFailure(LineFlaw.cutOff.text(line: lineCount + 1, of: path))
            }
            if lineCount == 0 { throw InputFailure("'\(path)' has no runs: it is empty.") }
        } catch let failure as SystemFailure {
            throw InputFailure("'\(path)' cannot be read: \(failure).")
        }
    }

    private mutating func add(
        _ lines: ArraySlice<String>, from path: String, behind lineCount: Int
    ) throws {
        let scenarios = scenarios
        let results = lines.concurrentMap { line in
            Result { () throws(RunLine.Failure) in
                try RunLine(parsing: line, reading: scenarios.scenario)
            }
        }
        for (offset, result) in results.enumerated() {
            let number = lineCount + offset + 1
            do {
                try add(result.get(), foundAt: "line \(number) of \(path)")
            } catch let failure as RunLine.Failure {
                throw InputFailure(LineFlaw.unusable(failure).text(line: number, of: path))
            } catch let flaw as LineFlaw {
                throw InputFailure(flaw.text(line: number, of: path))
            }
        }
    }

    private mutating func add(_ run: RunLine, foundAt place: String) throws {
        guard let former = findings[run.scenario] else {
            findings[run.scenario] = Finding(outcome: run.outcome, place: place)
            return
        }
        guard former.outcome == run.outcome else {
            throw LineFlaw.contradicted(by: former.place)
        }
        repeatedCount += 1
    }
}
