import Foundation
import Records
import ScenarioOptions
import Testing

@Suite struct LineFileTests {
    /// The path of a file that is not there, in a folder of its own.
    private static func newPath() throws -> String {
        let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appending(path: "lines").path(percentEncoded: false)
    }

    private static func remove(_ path: String) {
        let folder = URL(filePath: path).deletingLastPathComponent()
        try? FileManager.default.removeItem(at: folder)
    }

    /// All lines of the file at `path`, and whether it ends within one.
    private static func lines(_ path: String) throws -> (lines: [String], isCutOff: Bool) {
        var file = try LineFile(path: path, for: .reading)
        var lines: [String] = []
        while let block = try file.readLines() { lines += block }
        return (lines, file.isCutOff)
    }

    @Test func linesAreAddedBehindThoseThatAreThere() throws {
        let path = try Self.newPath()
        defer { Self.remove(path) }
        #expect(!LineFile.exists(at: path))
        do {
            var file = try LineFile(path: path, for: .appending)
            try file.append("first")
        }
        do {
            var file = try LineFile(path: path, for: .appending)
            #expect(try file.readLines() == ["first"])
            #expect(try file.readLines() == nil)
            let isCutOff = file.isCutOff
            #expect(!isCutOff)
            try file.append("")
            try file.append("third: ü")
            try file.synchronize()
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "first\n\nthird: ü\n")
        #expect(try Self.lines(path) == (["first", "", "third: ü"], false))
    }

    @Test(
        arguments: [
            ("", [], false), ("\n", [""], false), ("a", [], true), ("a\nb", ["a"], true),
            ("a\n\nb\n", ["a", "", "b"], false),
        ] as [(String, [String], Bool)])
    func whatEndsInALineBreakIsALine(text: String, lines: [String], isCutOff: Bool) throws {
        let path = try Self.newPath()
        defer { Self.remove(path) }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try Self.lines(path) == (lines, isCutOff))
    }

    @Test func aLongFileIsReadWhole() throws {
        let path = try Self.newPath()
        defer { Self.remove(path) }
        // Lines of all lengths up to one that is longer than what is read at a time.
        let lengths = (0..<3_000).map { $0 * 7 % 4_999 } + [5 << 20] + [3, 0, 9 << 20, 1]
        let lines = lengths.enumerated().map { number, length in
            "\(number) " + String(repeating: "x", count: length)
        }
        try (lines.joined(separator: "\n") + "\nrest")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let read = try Self.lines(path)
        #expect(read.lines == lines)
        #expect(read.isCutOff)
    }

    @Test func oneWritesOrManyReadButNotBoth() throws {
        let path = try Self.newPath()
        defer { Self.remove(path) }
        do {
            let writer = try LineFile(path: path, for: .appending)
            for use in [LineFile.Use.reading, .appending] {
                #expect(throws: SystemFailure.self) { _ = try LineFile(path: path, for: use) }
            }
            try writer.synchronize()
        }
        do {
            var reader = try LineFile(path: path, for: .reading)
            #expect(throws: SystemFailure.self) { _ = try LineFile(path: path, for: .appending) }
            #expect(try Self.lines(path).lines == [])
            #expect(try reader.readLines() == nil)
        }
        _ = try LineFile(path: path, for: .appending)
    }

    @Test func aPathThatCannotBeAFileIsRefused() throws {
        let path = try Self.newPath()
        defer { Self.remove(path) }
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        for (path, use, words) in [
            (folder, LineFile.Use.appending, "it is a directory"),
            ("/dev/null", .appending, "it is no regular file"),
            (path + "/no/file", .appending, "its directory is not there"),
            (path, .reading, "No such file"),
        ] {
            let failure = try #require(throws: SystemFailure.self) {
                _ = try LineFile(path: path, for: use)
            }
            #expect(failure.description.contains(words))
        }
        #expect(!LineFile.exists(at: path))
    }
}
