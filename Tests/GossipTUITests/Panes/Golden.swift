import Foundation
import Testing

@testable import GossipTUI

/// Screens as they were approved, a file each: glyphs, then styles.
///
/// `GOSSIP_RECORD_GOLDEN=1` writes the files anew and fails, so no recording passes for a test.
enum Golden {
    private static let rule = "\n==== styles ====\n"

    static func expect(_ canvas: Canvas, matches name: String) throws {
        let text = canvas.text + rule + canvas.styleText + "\n"
        if ProcessInfo.processInfo.environment["GOSSIP_RECORD_GOLDEN"] == "1" {
            try text.write(to: source(of: name), atomically: true, encoding: .utf8)
            Issue.record("recorded \(name): look at the difference and run again")
            return
        }
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Golden"),
            "no golden file \(name).txt; GOSSIP_RECORD_GOLDEN=1 swift test records it")
        let expected = try String(contentsOf: url, encoding: .utf8)
        let difference = firstDifference(text, expected)
        #expect(difference == nil, "\(name): \(difference ?? "")")
    }

    private static func source(of name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Golden/\(name).txt")
    }

    private static func firstDifference(_ text: String, _ expected: String) -> String? {
        guard text != expected else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, pair) in zip(lines, expectedLines).enumerated() where pair.0 != pair.1 {
            return "line \(index + 1)\nis       \(pair.0)\nexpected \(pair.1)"
        }
        return "\(lines.count) lines, expected \(expectedLines.count)"
    }
}
