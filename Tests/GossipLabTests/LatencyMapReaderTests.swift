import Engine
import Foundation
import Records
import Testing

@testable import ScenarioOptions

@Suite struct LatencyMapReaderTests {
    /// A file that is gone with the value's last use.
    private final class File {
        let path: String

        init(_ text: String) throws {
            let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).map")
            try Data(text.utf8).write(to: url)
            path = url.path(percentEncoded: false)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    static let dataCentres = """
        # three data centres
        eu    n0-n8
        us    n9-n16, n18   # and a stray one

        asia  n17 n19-n24
        us n25
        eu eu 1
        us us 2
        asia asia 3
        eu us 80
        us asia 150
        asia us 160
        eu asia 120
        """

    @Test func groupsAndLatenciesAreAsTheFileSays() throws {
        let map = try LatencyMapReader.map(in: Self.dataCentres, file: "dc.map")
        #expect(map.name == "dc.map")
        #expect(map.groups == ["eu", "us", "asia"])
        #expect(map.nodeCount == 26)
        func means(_ links: [(Int, Int)]) -> [Int] {
            links.map { map.meanMilliseconds(from: NodeID($0), to: NodeID($1)) }
        }
        #expect(means([(0, 8), (16, 18), (17, 24), (9, 25)]) == [1, 2, 3, 2])
        #expect(means([(8, 9), (9, 8), (18, 0)]) == [80, 80, 80])
        #expect(means([(18, 17), (17, 18)]) == [150, 160])
        #expect(means([(3, 19), (19, 3)]) == [120, 120])
    }

    @Test func linesMayEndAsOnWindows() throws {
        let text = Self.dataCentres.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\r\n")
        #expect(
            try LatencyMapReader.map(in: text, file: "a")
                == LatencyMapReader.map(in: Self.dataCentres, file: "a"))
    }

    /// A wrong file, and what the answer to it must say; a slash ends a line.
    static let wrong: [(String, [String])] = [
        ("", ["w.map: ", "no group", "eu n0-n8"]),
        ("n0-n8 eu", ["w.map:1: ", "'n0-n8'", "name before it"]),
        ("eu", ["w.map:1: ", "eu n0-n8", "eu us 80"]),
        ("eu n0/eu us asia 4", ["w.map:2: ", "eu us 80"]),
        ("eu n0 x", ["w.map:1: ", "eu n0-n8"]),
        ("eu n0-n2/# and/us n2 n3", ["w.map:3: ", "n2", "'eu'", "line 1"]),
        ("eu n2-n0", ["w.map:1: ", "'n2-n0'", "backwards", "'n0-n2'"]),
        ("eu n0-", ["w.map:1: ", "'n0-'", "n0-n8"]),
        ("eu n0-n1-n2", ["w.map:1: ", "'n0-n1-n2'", "n0-n8"]),
        ("eu n007", ["w.map:1: ", "'n007'", "n3"]),
        ("eu n0-n1000000", ["w.map:1: ", "n999999"]),
        ("eu n0 n2/eu eu 1", ["w.map: ", "n1 is in no group"]),
        ("eu n0/eu eu 5ms", ["w.map:2: ", "'5ms'", "without a unit"]),
        ("eu n0/eu eu 1.5", ["w.map:2: ", "'1.5'", "whole milliseconds"]),
        ("eu n0/eu eu -1", ["w.map:2: ", "'-1'", "0 to 1000000"]),
        ("eu n0/eu eu 1/eu eu 2", ["w.map:3: ", "line 2", "remove one"]),
        ("eu n0/eu eu 1/eu uk 2", ["w.map:3: ", "no group 'uk'"]),
        ("eu n0", ["w.map: ", "within 'eu'", "'eu eu 80'"]),
        ("eu n0/us n1/eu eu 1/us us 1", ["between 'eu' and 'us'", "'eu us 80'"]),
    ]

    @Test(arguments: wrong)
    func theAnswerNamesFileAndLineAndWhatWouldBeRight(lines: String, parts: [String]) throws {
        let text = lines.split(separator: "/", omittingEmptySubsequences: false)
            .joined(separator: "\n")
        let error = try #require(throws: (any Error).self) {
            try LatencyMapReader.map(in: text, file: "w.map")
        }
        for part in parts { #expect("\(error)".contains(part), "\(error)") }
    }

    @Test func aFilesMapReplacesTheMeanLatencyAndIsNamedByTheScenario() throws {
        let file = try File("all n0-n3\nall all 7\n")
        let scenario = try ScenarioOptions.parse(
            [
                "--preset", "blog-fault-tolerant", "--node-count", "4", "--latency-map", file.path,
                "--latency-dist", "uniform",
            ]
        ).scenario()
        #expect(scenario.network.latencyMap?.meanMilliseconds == 7...7)
        #expect(scenario.network.latency.distribution == .uniform)
        let options = Dictionary(uniqueKeysWithValues: scenario.options.map { ($0.name, $0.value) })
        #expect(options["latency"] == .absent)
        #expect(options["latency-map"] == .text(file.path))
        #expect(try ScenarioOptions.parse(scenario.arguments).scenario() == scenario)
    }

    @Test func whatDoesNotFitTheMapIsRefused() throws {
        let file = try File("all n0-n3\nall all 7\n")
        let wrong: [([String], [String])] = [
            (["--latency-map", file.path], ["--latency-map", "n3", "n24", "'--node-count 4'"]),
            (
                ["--latency-map", file.path, "--node-count", "4", "--latency", "5"],
                ["'--latency'", "'--latency-map'", "leave one out"]
            ),
            (["--latency-map", file.path + "s"], ["--latency-map", "No such file"]),
            (["--latency-map", "/"], ["--latency-map", "directory"]),
            (["--latency-map", ""], ["--latency-map", "path of a file"]),
        ]
        for (line, parts) in wrong {
            let error = try #require(throws: (any Error).self) {
                try ScenarioOptions.parse(line).scenario()
            }
            let message = ScenarioOptions.message(for: error)
            for part in parts { #expect(message.contains(part), "\(message)") }
        }
    }
}
