import Foundation

/// A text file of the repository, with its path from the root.
struct SourceFile {
    let path: String
    let text: String

    /// The repository's root, two folders above this file's.
    static let root = URL(filePath: #filePath, directoryHint: .notDirectory)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The file at `path` from the root.
    static func read(_ path: String) throws -> SourceFile {
        let url = root.appending(path: path)
        return SourceFile(path: path, text: try String(contentsOf: url, encoding: .utf8))
    }

    /// The files below `folder` whose name ends in `suffix`, in a fixed order.
    static func all(in folder: String, suffix: String = ".swift") throws -> [SourceFile] {
        let paths = try FileManager.default.subpathsOfDirectory(
            atPath: root.appending(path: folder).path(percentEncoded: false))
        return try paths.filter { $0.hasSuffix(suffix) }.sorted().map {
            try read("\(folder)/\($0)")
        }
    }

    /// The path's parts: `Sources`, `Engine`, `Time`, `Instant.swift`.
    var parts: [String] { path.split(separator: "/").map(String.init) }

    var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

    /// The text without its comments, line for line.
    var code: String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String(Self.withoutComment($0)) }
            .joined(separator: "\n")
    }

    /// The modules that the file imports, whatever stands before and after the word.
    var imports: [String] {
        code.matches(
            of:
                /^[ \t]*(?:@\w+ |public |package |internal |private )*import (?:struct |enum |func )?(\w+)/
                .anchorsMatchLineEndings()
        ).map { String($0.1) }
    }

    /// The types that the file declares outside any other.
    var declaredTypes: [String] {
        code.matches(
            of: /^(?:@?\w+ )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/
                .anchorsMatchLineEndings()
        ).map { String($0.1) }
    }

    /// The types that the file extends.
    var extendedTypes: [String] {
        code.matches(of: /^(?:@?\w+ )*extension (\w+)/.anchorsMatchLineEndings())
            .map { String($0.1) }
    }

    /// The words of the code, each once; those of plain strings are none.
    var words: Set<String> {
        let unquoted = code.replacing(/"[^"\\\n]*"/, with: "\"\"")
        return Set(unquoted.matches(of: /\w+/).map { String($0.0) })
    }

    /// The line up to a comment; two slashes within a string are none.
    private static func withoutComment(_ line: Substring) -> Substring {
        var isInString = false
        var previous: Character = " "
        for index in line.indices {
            let character = line[index]
            if character == "\"" && previous != "\\" { isInString.toggle() }
            if character == "/" && previous == "/" && !isInString {
                return line[..<line.index(before: index)]
            }
            previous = previous == "\\" && character == "\\" ? " " : character
        }
        return line
    }
}
