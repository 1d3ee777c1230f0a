import Foundation
import Records
import ScenarioOptions
import Testing

@Suite struct NewFileTests {
    /// A directory of the test's own, gone after it.
    private final class Directory {
        let path: String

        init() throws {
            let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
            path = url.path()
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        var names: [String] {
            get throws { try FileManager.default.contentsOfDirectory(atPath: path) }
        }
    }

    @Test func aFileIsThereOnlyWhenItIsWhole() throws {
        let directory = try Directory()
        let path = directory.path + "/a.svg"
        var file = try NewFile(path: path, inPlaceOf: ["old"])
        try file.write("one ")
        try file.write("two\n")
        #expect(!FileManager.default.fileExists(atPath: path))
        try file.finish()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "one two\n")
        #expect(try directory.names == ["a.svg"])
    }

    @Test func whatWasThereStaysUntilThenAndForGoodIfThatNeverComes() throws {
        let directory = try Directory()
        let path = directory.path + "/a.svg"
        try "old".write(toFile: path, atomically: false, encoding: .utf8)
        try abandon(path)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        #expect(try directory.names == ["a.svg"])
        var file = try NewFile(path: path, inPlaceOf: ["old"])
        try file.write("new")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        try file.finish()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    }

    private func abandon(_ path: String) throws {
        var file = try NewFile(path: path, inPlaceOf: ["old"])
        try file.write("half")
    }

    @Test func whatCannotBeAFileSaysWhy() throws {
        let directory = try Directory()
        let cases = [
            (directory.path, "it is a directory: give the name of a file"),
            (
                directory.path + "/none/a.svg",
                "its directory is not there: make it, or name another"
            ),
            ("/dev/null", "it is no regular file"),
        ]
        for (path, reason) in cases {
            let error = #expect(throws: SystemFailure.self) { try begin(path) }
            #expect(error?.description == reason)
        }
        #expect(try directory.names.isEmpty)
    }

    @Test(arguments: ["other words", "ol"])
    func whatIsOfAnotherKindStays(text: String) throws {
        let directory = try Directory()
        let path = directory.path + "/a.svg"
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        let error = #expect(throws: SystemFailure.self) { try begin(path) }
        #expect(
            error?.description == "a file of another kind is there: delete it, or name another")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        #expect(try directory.names == ["a.svg"])
    }

    @Test func anEmptyFileIsOfNoKind() throws {
        let directory = try Directory()
        let path = directory.path + "/a.svg"
        try "".write(toFile: path, atomically: false, encoding: .utf8)
        try begin(path)
    }

    private func begin(_ path: String) throws { _ = try NewFile(path: path, inPlaceOf: ["old"]) }
}
