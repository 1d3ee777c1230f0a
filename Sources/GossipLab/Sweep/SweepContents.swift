import Engine

/// What the lines of a sweep's file say, line after line.
struct SweepContents {
    /// The outcomes of the plan's runs, by their places; nil for those that no line is about.
    private(set) var outcomes: [RunOutcome?]
    /// How many lines there were, the names of the columns included.
    private(set) var lineCount = 0

    private let header: String?
    private let reader: any PlannedRunReader
    /// The number of the line that is about each run, 0 for none.
    private var lineOfRun: [Int]

    /// A line that is wrong, counted from 1.
    struct Failure: Error, Equatable {
        let line: Int
        let flaw: LineFlaw
    }

    /// Nothing yet about the runs of `plan`.
    init(of plan: SweepPlan, in notation: RunNotation) {
        let count = plan.combinations.count * plan.seeds.count
        outcomes = Array(repeating: nil, count: count)
        lineOfRun = Array(repeating: 0, count: count)
        header = notation.header
        reader = notation.reader(of: plan)
    }

    /// Takes the lines that come next; throws at the first that is wrong.
    mutating func add(_ lines: [String]) throws(Failure) {
        var lines = lines[...]
        if let header, lineCount == 0, let first = lines.popFirst() {
            guard first == header else { throw Failure(line: 1, flaw: .header) }
            lineCount = 1
        }
        let reader = reader
        let results = lines.concurrentMap { line in
            Result { () throws(LineFlaw) in try reader.run(in: line) }
        }
        for result in results {
            lineCount += 1
            do {
                try add(result.get())
            } catch {
                throw Failure(line: lineCount, flaw: error)
            }
        }
    }

    private mutating func add(_ run: PlannedRun) throws(LineFlaw) {
        guard outcomes[run.place] == nil else { throw .repeated(line: lineOfRun[run.place]) }
        outcomes[run.place] = run.outcome
        lineOfRun[run.place] = lineCount
    }
}
