import Engine
import Maelstrom
import Records
import ScenarioOptions
import Synchronization

/// Reports on runs in a file, one a line or a single one over several lines, whose scenarios are
/// run again.
struct RunFile: ~Copyable {
    /// What came of a file that is in every report as it should be.
    struct Verified: Equatable {
        /// How many runs it has, 1 or more.
        let runCount: Int
        /// The scenario of the last of them.
        let scenario: Scenario
        /// The fingerprint of that run.
        let digest: UInt64
    }

    /// A report as the file has it.
    private struct Entry {
        let run: RunLine
        /// The number of its first line.
        let line: Int
        /// Whether it is spread over several lines.
        let isPretty: Bool
    }

    /// How many are read before they are run, as many at a time as there are cores.
    private static let batchLength = 256

    private var lines: NumberedLines
    /// The first line until it is read.
    private var first: LineReader.Line?
    private let scenarios = ScenarioReader()

    /// The runs of a file that begins with the line `first`.
    init(_ first: LineReader.Line, followedBy lines: consuming NumberedLines) {
        self.first = first
        self.lines = lines
    }

    /// Runs everything again; nil when `isWanted` first says no.
    ///
    /// `isWanted` is asked from several threads with the number of runs that are finished, and how
    /// far the next one is, 0...1. Throws about the first report that is not, byte for byte, what
    /// `gossip-lab run` prints.
    mutating func verify(
        while isWanted: @escaping @Sendable (_ runCount: Int, _ share: Double) -> Bool
    ) throws(InputFailure) -> Verified? {
        var count = 0
        var last: RunLine?
        while true {
            let (entries, flaw) = readBatch()
            guard let texts = Self.texts(of: entries, after: count, while: isWanted) else {
                return nil
            }
            for (entry, text) in zip(entries, texts) { try check(entry, is: text) }
            if let flaw { throw flaw }
            count += entries.count
            last = entries.last?.run ?? last
            if entries.count < Self.batchLength { break }
        }
        return last.map {
            Verified(runCount: count, scenario: $0.scenario, digest: $0.outcome.digest)
        }
    }

    // MARK: Reading

    /// The reports that come next, and what is wrong with the one behind them.
    private mutating func readBatch() -> (entries: [Entry], flaw: InputFailure?) {
        var entries: [Entry] = []
        do {
            while entries.count < Self.batchLength, let entry = try next() { entries.append(entry) }
        } catch {
            return (entries, error)
        }
        return (entries, nil)
    }

    private mutating func next() throws(InputFailure) -> Entry? {
        var next = first.take()
        if next == nil { next = try lines.next() }
        guard let line = next else { return nil }
        let text = line.text
        let isPretty = line.bytes.contains(UInt8(ascii: "\n"))
        let number = isPretty ? 1 : lines.number
        guard line.end == .lineBreak, text != "{" else {
            throw lines.failure(
                line.end == .tooLong ? "it is too long for a run" : "it is cut off",
                remedy: NumberedLines.remedy)
        }
        do {
            let run = try RunLine(parsing: text, reading: scenarios.scenario)
            return Entry(run: run, line: number, isPretty: isPretty)
        } catch {
            throw lines.failure(line: number, "\(error)", remedy: error.remedy)
        }
    }

    // MARK: Running

    /// What `gossip-lab run` prints for each of `entries`, but for the last line break; nil when
    /// that is not wanted any more.
    private static func texts(
        of entries: [Entry], after countBefore: Int,
        while isWanted: @escaping @Sendable (_ runCount: Int, _ share: Double) -> Bool
    ) -> [String]? {
        let texts = Mutex<[Int: String]>([:])
        let arePretty = entries.map(\.isPretty)
        RunPool(scenarios: entries.map(\.run.scenario)).run { progress in
            let progress = progress()
            let share = progress.running.values.map(\.share).max() ?? 0
            return isWanted(countBefore + progress.finishedCount, share)
        } handOver: { place, report in
            let json = report.json
            let text = arePretty[place] ? json.prettyDescription : json.description
            texts.withLock { $0[place] = text }
        }
        return texts.withLock { texts in
            texts.count < entries.count ? nil : entries.indices.map { texts[$0, default: ""] }
        }
    }

    private func check(_ entry: Entry, is expected: String) throws(InputFailure) {
        let format = entry.isPretty ? "json" : "ndjson"
        let command = entry.run.scenario.command(beside: ["--format", format])
        try lines.check(
            entry.run.text, from: entry.line, is: expected,
            remedy: "write the report anew with '\(command)'")
    }
}

extension RunLine.Failure {
    /// What helps.
    fileprivate var remedy: String {
        switch self {
        case .otherVersion: "replay it with the gossip-lab that wrote it"
        case .partial: "give a file with whole runs"
        case .notJSON, .missing, .scenario, .trace, .pretty: NumberedLines.remedy
        }
    }
}
