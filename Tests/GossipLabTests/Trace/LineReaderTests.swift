import Records
import ScenarioOptions
import Testing

@Suite struct LineReaderTests {
    private typealias Line = LineReader.Line

    private static func lines(_ text: String, longest: Int = 1 << 20) throws -> [Line] {
        let file = try TemporaryFile(text)
        defer { file.remove() }
        var reader = try LineReader(path: file.path)
        var lines: [Line] = []
        while let line = try reader.next(longest: longest) { lines.append(line) }
        return lines
    }

    @Test(
        arguments: [
            ("", [], false), ("\n", [""], false), ("a", ["a"], true), ("a\nb", ["a", "b"], true),
            ("a\n\nb\r\n", ["a", "", "b\r"], false),
        ] as [(String, [String], Bool)])
    func whatIsBetweenLineBreaksIsALine(text: String, lines: [String], isCutOff: Bool) throws {
        let read = try Self.lines(text)
        #expect(read.map(\.text) == lines)
        #expect(read.dropLast().allSatisfy { $0.end == .lineBreak })
        #expect((read.last?.end == .endOfFile) == isCutOff)
    }

    @Test func linesOfAnyLengthAreReadWhole() throws {
        let lengths = (0..<2_000).map { $0 * 7 % 499 } + [1 << 16, 65_535, 3, 0, 300_000, 1]
        let lines = lengths.enumerated().map { number, length in
            "\(number) " + String(repeating: "x", count: length)
        }
        let read = try Self.lines(lines.joined(separator: "\n") + "\n")
        #expect(read.map(\.text) == lines)
    }

    @Test func ofALineThatIsTooLongAPartIsReadAndThenTheRest() throws {
        let text = String(repeating: "x", count: 300_000)
        let read = try Self.lines(text + "\nend\n", longest: 100_000)
        #expect(read.map(\.text).joined() == text + "end")
        #expect(read.first?.end == .tooLong)
        #expect(try #require(read.first).bytes.count > 100_000)
        #expect(read.last?.end == .lineBreak)
    }

    @Test func whatCannotBeReadSaysWhy() throws {
        for (path, reason) in [("/no/such/file", "No such file"), ("/tmp", "it is a directory")] {
            let failure = try #require(throws: SystemFailure.self) {
                _ = try LineReader(path: path)
            }
            #expect(failure.description.contains(reason))
        }
    }
}
