import Foundation
import Testing

@Suite struct DocumentationTests {
    /// One row of the key table: keys as a person reads them, and what they do.
    struct Row: Hashable {
        let keys: String
        let summary: String
    }

    @Test func theReadmesKeysAreThoseOfTheDashboard() throws {
        let table = try SourceFile.read("Sources/GossipTUI/State/KeyBinding.swift").text
        let watching = try #require(
            table.firstMatch(of: /static let watching(.*?)static let/.dotMatchesNewlines()))
        let bound = watching.1.matches(
            of: /\.init\(\s*\[(?:"[^"]*"|[^\]"])*\],\s*"([^"]*)",\s*"([^"]*)"/
        )
        .map { Row(keys: String($0.1), summary: String($0.2)) }
        let readme = try SourceFile.read("README.md").text
        let section = try #require(
            readme.firstMatch(of: /<!-- keys -->(.*?)<!-- \/keys -->/.dotMatchesNewlines()))
        let listed = section.1.matches(of: /\| `([^`]*)` \| ([^|]*) \|/)
            .map { Row(keys: String($0.1), summary: String($0.2)) }
        #expect(bound.count > 10)
        #expect(listed == bound)
    }

    @Test func theEventsOfATraceAreThoseOfItsPage() throws {
        let names = try SourceFile.read("Sources/GossipLab/Trace/TraceEvent+Name.swift").text
            .matches(of: /case \.\w+: "([a-z-]+)"/).map { String($0.1) }
        let page = try SourceFile.read("docs/TRACE.md").text
        let table = try #require(
            page.firstMatch(of: /\| event \|.*?\n\n/.dotMatchesNewlines()))
        let rows = table.0.matches(of: /^\| `([a-z-]+)` \|/.anchorsMatchLineEndings())
            .map { String($0.1) }
        #expect(names.count == 21)
        #expect(rows == names + ["end"])
    }

    @Test func theChangelogKnowsTheVersion() throws {
        let release = try SourceFile.read("Sources/ScenarioOptions/Release.swift").text
        let version = try #require(release.firstMatch(of: /version = "(.*)"/)).1
        #expect(try SourceFile.read("CHANGELOG.md").text.contains("## \(version)"))
    }

    @Test(arguments: ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
    func linksWithinTheRepositoryLeadSomewhere(page: String) throws {
        try Self.checkLinks(of: SourceFile.read(page))
    }

    @Test func linksOfTheDocumentationLeadSomewhere() throws {
        for page in try SourceFile.all(in: "docs", suffix: ".md") { try Self.checkLinks(of: page) }
    }

    private static func checkLinks(of page: SourceFile) throws {
        let folder = SourceFile.root.appending(path: page.path).deletingLastPathComponent()
        for link in page.text.matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
            let target = folder.appending(path: String(link.1)).path(percentEncoded: false)
            #expect(FileManager.default.fileExists(atPath: target), "\(page.path): \(link.1)")
        }
    }
}
