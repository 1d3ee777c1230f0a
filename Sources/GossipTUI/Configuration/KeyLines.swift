/// On which line of a TOML text each of its keys is, which its parser does not say.
///
/// For text that the parser takes; keys with escapes in them, or within inline tables, are not
/// found.
struct KeyLines: Hashable {
    /// The first line of each key, by the names of its tables and its own; the first line is 1.
    private var lines: [[String]: Int] = [:]

    init(of text: String) {
        var table: [String] = []
        // What ends the string that goes on from an earlier line; nil outside of those.
        var end: String?
        for (index, line) in text.tomlLines.enumerated() {
            if let delimiter = end {
                if line.contains(delimiter) { end = nil }
                continue
            }
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.first == "[" {
                table = Self.path(in: content.drop { $0 == "[" }, endingBefore: "]") ?? table
                note(table, index + 1)
            } else if let path = Self.path(in: content, endingBefore: "=") {
                note(table + path, index + 1)
                end = ["\"\"\"", "'''"].first { line.ranges(of: $0).count % 2 == 1 }
            }
        }
    }

    /// The line of the key at `path`, or of the innermost table around it that has one; nil if none
    /// has.
    func line(of path: [String]) -> Int? {
        (1...max(1, path.count)).reversed().lazy.compactMap { lines[Array(path.prefix($0))] }.first
    }

    private mutating func note(_ path: [String], _ line: Int) {
        // A dotted key is the first that is heard of its tables.
        for length in 1...max(1, path.count) where lines[Array(path.prefix(length))] == nil {
            lines[Array(path.prefix(length))] = line
        }
    }

    /// The parts of the key that ends before `end`; nil if there is no such key.
    private static func path(in text: Substring, endingBefore end: Character) -> [String]? {
        var parts: [String] = []
        var part = ""
        var quote: Character?
        for character in text {
            switch (character, quote) {
            case (quote, _): quote = nil
            case (_, .some): part.append(character)
            case ("\"", nil), ("'", nil): quote = character
            case (end, nil): return parts + [part]
            case ("#", nil): return nil
            case (".", nil):
                parts.append(part)
                part = ""
            case (" ", nil), ("\t", nil): break
            default: part.append(character)
            }
        }
        return nil
    }
}

extension String {
    /// The lines as TOML counts them: each ends with a line feed.
    var tomlLines: [Substring] {
        unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)
    }
}
