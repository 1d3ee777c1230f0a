import Records
import ScenarioOptions

/// The lines of a file that is to be replayed, and what is said of one that is wrong.
struct NumberedLines: ~Copyable {
    /// The first line of a trace has a latency map in it; nobody writes a longer one.
    static let longest = 64 << 20

    /// The file's name, `-` for standard input.
    let path: String
    /// The number of the line that came last, 0 for none.
    private(set) var number = 0
    private var reader: LineReader

    /// Opens the file at `path`.
    init(path: String) throws(InputFailure) {
        self.path = path
        do {
            reader = try LineReader(path: path)
        } catch {
            throw Self.unreadable(path, error)
        }
    }

    /// The next line, or at least `longest` bytes of it; nil at the end.
    mutating func next(
        longest: Int = longest
    ) throws(InputFailure) -> LineReader.Line? {
        do {
            guard let line = try reader.next(longest: longest) else { return nil }
            number += 1
            return line
        } catch {
            throw Self.unreadable(path, error)
        }
    }

    /// The first line; where it only opens an object, all of the file, or at least `longest` bytes.
    mutating func first() throws(InputFailure) -> LineReader.Line {
        guard var line = try next() else {
            throw InputFailure("'\(path)' is empty: \(Self.remedy).")
        }
        guard line.bytes == [UInt8(ascii: "{")] else { return line }
        while line.bytes.count < Self.longest, let more = try next() {
            line = LineReader.Line(
                bytes: line.bytes + [UInt8(ascii: "\n")] + more.bytes, end: more.end)
        }
        return line
    }

    /// What is wrong with the line that came last, and what helps.
    func failure(_ reason: String, remedy: String) -> InputFailure {
        failure(line: number, reason, remedy: remedy)
    }

    /// What is wrong with a line, and what helps.
    func failure(line: Int, _ reason: String, remedy: String) -> InputFailure {
        InputFailure("'\(path)', line \(line): \(reason): \(remedy).")
    }

    /// Throws unless `line`, which came last, is `expected`, which has its line break at its end.
    func check(
        _ line: LineReader.Line, is expected: [UInt8], remedy: String
    ) throws(InputFailure) {
        let isPrefix = expected.starts(with: line.bytes)
        if isPrefix && line.end == .lineBreak && line.bytes.count + 1 == expected.count { return }
        if isPrefix && line.end == .endOfFile {
            throw failure("it is cut off", remedy: remedy)
        }
        throw difference(
            line: number, between: line.bytes, and: expected.dropLast(), remedy: remedy)
    }

    /// Throws about the first line of `text`, which begins in `line`, that is not as `expected` has
    /// it.
    func check(
        _ text: String, from line: Int, is expected: String, remedy: String
    ) throws(InputFailure) {
        let (found, wanted) = (Self.lines(of: text), Self.lines(of: expected))
        guard found != wanted else { return }
        let place = zip(found, wanted).prefix { $0 == $1 }.count
        throw difference(
            line: line + place, between: place < found.count ? found[place] : [],
            and: place < wanted.count ? wanted[place] : [], remedy: remedy)
    }

    private static func lines(of text: String) -> [[UInt8]] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { Array($0) }
    }

    /// A line is not the one that belongs there.
    func difference(
        line: Int, between bytes: [UInt8], and expected: [UInt8], remedy: String
    ) -> InputFailure {
        let (found, wanted) = LineExcerpt.pair(bytes, expected)
        return InputFailure(
            "'\(path)', line \(line): it was edited or belongs to another scenario: \(remedy).\n"
                + "  in the file: \(found)\n  in the run:  \(wanted)")
    }

    /// What can be replayed.
    static let remedy =
        "give a file that 'gossip-lab trace', 'gossip-lab run --format json', a sweep into an .ndjson "
        + "file or an export of gossip-tui into a .json file wrote"

    private static func unreadable(_ path: String, _ failure: SystemFailure) -> InputFailure {
        InputFailure("'\(path)' cannot be read: \(failure): \(remedy).")
    }
}
