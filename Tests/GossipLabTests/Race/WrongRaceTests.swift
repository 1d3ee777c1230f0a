import Engine
import Foundation
import Testing

@testable import GossipLab

@Suite struct WrongRaceTests {
    /// A command line after `race`, and what the answer to it must say.
    static let wrong: [([String], [String])] = [
        ([], ["two contenders", "there is none", "'--topology tree4 --batch-interval 50ms'"]),
        (["grid"], ["two contenders", "only 'grid'"]),
        (["grid", "--topology=heap"], ["two contenders", "only 'grid'", "outside of quotes"]),
        (["grid", "heap", "ring"], ["between two", "there are 3: 'grid', 'heap', 'ring'"]),
        (
            ["grid", "torus"],
            [
                "'torus' is no contender", "blog-heap-batched", "tree2, tree3", "in quotes",
                "No such file",
            ]
        ),
        (["grid", ""], ["'' is no contender"]),
        (["grid", "/"], ["'/' is no contender", "Is a directory"]),
        (["grid", "/dev/null"], ["has no scenario", "run --format json", "'/dev/null'"]),
        (["grid", "grid"], ["'grid' and 'grid' are the same scenario", "change one"]),
        (["heap", "--topology heap"], ["are the same scenario"]),
        (["grid", "heap", "--topolgy", "grid"], ["'--topolgy'", "'--topology'"]),
        (["grid", "--topolgy heap"], ["'--topology'", "about the contender '--topolgy heap'"]),
        (["grid", "heap", "--rate"], ["--rate"]),
        (["grid", "--loss '0.1"], ["a quote in", "has no end: add '"]),
        (["grid", #"--loss 0.1\"#], ["a backslash ends", "leave it out"]),
        (["grid", "--seed 4 --topology heap"], ["'--seed' once, outside of quotes"]),
        (
            ["blog-heap", "blog-fault-tolerant"],
            [
                "'--node-count' 25 and 5", "'--rate' 100 and 10", "outside of quotes",
                "'--node-count 25 --rate 100'",
            ]
        ),
        (["grid", "--topology heap --time-limit 5"], ["'--time-limit' 20 and 5"]),
        (
            ["heap", "--dissemination none", "--batch-interval", "50ms"],
            ["'--batch-interval'", "'--dissemination none'", "leave one out"]
        ),
        (["grid", "heap", "--topology", "ring"], ["'--topology' is for both", "leave it out"]),
        (["--loss 0.1", "--loss=0.2 --rate 50", "--loss=0.3"], ["'--loss' is for both"]),
        (["grid", "heap", "--seed", "18446744073709551615"], ["'--seeds 20'", "at most"]),
        (["grid", "heap", "--seeds", "0"], ["--seeds", "from 1 to 100000"]),
        (["grid", "heap", "--format", "csv"], ["--format", "json"]),
    ]

    @Test(arguments: wrong)
    func theAnswerNamesWhatIsWrongAndWhatWouldBeRight(words: [String], parts: [String]) throws {
        let error = try #require(throws: (any Error).self) {
            try GossipLab.parseAsRoot(["race"] + words)
        }
        let message = GossipLab.fullMessage(for: error)
        for part in parts { #expect(message.contains(part), "\(message)") }
        #expect(message.contains("Usage: gossip-lab race <a> <b>"), "\(message)")
        #expect(GossipLab.exitCode(for: error) == .validationFailure)
    }

    @Test func aFileWithALatencyMapTakesNoOtherLatency() throws {
        let file = try TemporaryFile(
            #"{"scenario": \#(Self.mapped)}"#.replacingOccurrences(of: "\n", with: " "))
        defer { file.remove() }
        let error = try #require(throws: (any Error).self) {
            try Race(arguments: [file.path, "heap", "--latency", "50"], seedCount: 2)
        }
        #expect("\(error)".contains("'--latency' and the file's latency map both say"))
        let race = try Race(arguments: [file.path, "heap", "--loss", "0.5"], seedCount: 2)
        #expect(race.a.scenario.network.latencyMap?.name == "all.map")
        #expect(race.a.scenario.network.loss == 0.5)
    }

    private static var mapped: String {
        var scenario = Scenario()
        scenario.network.latencyMap = LatencyMap(
            name: "all.map", groups: ["all"], groupOfNode: Array(repeating: 0, count: 25),
            means: [[7]])
        return scenario.json.description
    }
}
