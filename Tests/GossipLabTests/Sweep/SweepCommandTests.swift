import ArgumentParser
import Foundation
import Testing

@testable import GossipLab

@Suite struct SweepCommandTests {
    @Test func optionsOfAScenarioAreListsBesideTheSweepsOwn() throws {
        let command = try GossipLab.parseAsRoot([
            "sweep", "--topology", "grid,heap", "--seeds", "3", "--no-gossip-relay",
            "--gossip-relay", "--output", "a.csv", "--gossip-mode", "push", "--parallel", "2",
            "--loss=0,0.1",
        ])
        let sweep = try #require(command as? SweepCommand)
        #expect(sweep.seeds == 3)
        #expect(sweep.parallel == 2)
        #expect(
            sweep.arguments == [
                "--topology", "grid,heap", "--no-gossip-relay", "--gossip-relay", "--gossip-mode",
                "push", "--loss=0,0.1",
            ])
    }

    @Test(
        arguments: [
            (["--topology", "grid,torus"], ["--topology", "torus"]),
            (["--topologie", "grid"], ["--topologie"]),
            (["--output", "runs.json"], ["--output runs.json", ".ndjson", ".csv"]),
            (["--output", "ndjson"], ["--output ndjson", ".ndjson", ".csv"]),
            (["--parallel", "0"], ["--parallel", "1 to 1024"]),
            (["--seeds", "0"], ["--seeds", "1 to 100000"]),
            (["--format", "json"], ["--format", "ndjson"]),
            (["--format", "ndjson", "--output", "a.csv"], ["--format ndjson", "--output a.csv"]),
            (["--list-jobs", "--svg", "a.svg"], ["--list-jobs", "--svg"]),
            (["--list-jobs", "--parallel", "2"], ["--list-jobs", "--parallel"]),
            (["--list-jobs", "--format", "text"], ["--list-jobs", "--format"]),
            (["--svg", "a.csv", "--output", "a.csv"], ["--svg", "--output", "same file"]),
        ] as [([String], [String])])
    func wrongOptionsAreRefusedWithTheSweepsOwnUsage(words: [String], parts: [String]) throws {
        let error = try #require(throws: (any Error).self) {
            try GossipLab.parseAsRoot(["sweep"] + words)
        }
        let message = GossipLab.fullMessage(for: error)
        for part in parts { #expect(message.contains(part), "\(message)") }
        #expect(message.contains("Usage: gossip-lab sweep"), "\(message)")
    }

    @Test func everyExampleOfTheHelpIsASweep() throws {
        let lines = SweepCommand.helpText.split(separator: "\n")
            .map { $0.drop { $0 == " " } }
        let text = lines.joined(separator: "\n")
        let examples = text.replacing("\\\n", with: "").replacing("\\\\n", with: "")
            .split(separator: "\n").filter { $0.hasPrefix("gossip-lab sweep") }
        #expect(examples.count == 3)
        for example in examples {
            let command = example.split(separator: " | ")[0]
            // Quotes hold words together.
            let words = command.split(separator: "'").enumerated().flatMap { place, part in
                place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
            }
            #expect(throws: Never.self) { try GossipLab.parseAsRoot(Array(words.dropFirst())) }
        }
    }

    @Test func theListsOfTheHelpAreWhatItSays() throws {
        let counts = [
            "--topology grid,heap,tree4": 3, "--batch-interval 0ms..500ms/50ms": 11,
            "--loss 0,0.01..0.05/0.02": 4, "--seed 1,5,9": 1,
        ]
        for (line, count) in counts {
            #expect(SweepCommand.helpText.contains("  \(line) "))
            let plan = try SweepPlan(
                arguments: line.split(separator: " ").map(String.init), seedCount: nil)
            #expect(plan.combinations.count == count)
        }
        let faults = try SweepPlan(
            arguments: ["--fault", "none;kill n12 at 5s", "--nemesis", "none;partition,kill"],
            seedCount: 2)
        #expect(faults.combinations.map(\.faults.count) == [0, 0, 1, 1])
    }
}
