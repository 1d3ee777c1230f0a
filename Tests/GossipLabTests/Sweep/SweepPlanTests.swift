import ArgumentParser
import Engine
import Testing

@testable import GossipLab

@Suite struct SweepPlanTests {
    private func plan(_ line: String, seedCount: Int? = 1) throws -> SweepPlan {
        // Words are separated by blanks; _ stands for a blank in a word.
        let words = line.split(separator: " ").map { word in
            String(word.map { $0 == "_" ? " " : $0 })
        }
        return try SweepPlan(arguments: words, seedCount: seedCount)
    }

    @Test func everyValueMeetsEveryOther() throws {
        let plan = try plan("--topology grid,heap --batch-interval 0ms..100ms/50ms --rate 10,20")
        let facts = plan.combinations.map {
            "\($0.topology) \($0.broadcastProtocol.batching.interval ?? .zero) \($0.workload.rate)"
        }
        var expected: [String] = []
        for topology in ["grid", "heap"] {
            for interval in ["0s", "50ms", "100ms"] {
                for rate in ["10.0", "20.0"] { expected.append("\(topology) \(interval) \(rate)") }
            }
        }
        #expect(facts == expected)
    }

    @Test func aPlanWithoutListsIsOneCombination() throws {
        let plan = try SweepPlan(arguments: [], seedCount: nil)
        #expect(plan.combinations == [Scenario()])
        #expect(plan.seeds == Array(42...51))
    }

    @Test func theRunsGoThroughAllCombinationsSeedBySeed() throws {
        let plan = try plan("--topology grid,heap --seed 7", seedCount: 2)
        #expect(
            plan.runs.map { "\($0.topology) \($0.seed)" } == [
                "grid 7", "heap 7", "grid 8", "heap 8",
            ])
    }

    @Test func aListOfSeedsIsTheSeeds() throws {
        let plan = try plan("--seed 9,3,100..102/1 --topology grid,heap", seedCount: nil)
        #expect(plan.seeds == [9, 3, 100, 101, 102])
        #expect(plan.combinations.count == 2)
    }

    @Test func valuesWithCommasAreSeparatedBySemicolons() throws {
        let plan = try plan("--nemesis none;partition;kill,pause")
        #expect(
            plan.combinations.map(\.nemesis.families) == [[], [.partition], [.kill, .pause]])
    }

    @Test func everyFaultIsAnAxisAndMayBeLeftOut() throws {
        let plan = try plan(
            "--fault none;_cut_n3|*_at_2s_for_4s --fault none;kill_n1,n2_at_5s_for_1s;kill_n3_at_6s"
        )
        #expect(plan.combinations.map(\.faults.count) == [0, 1, 1, 1, 2, 2])
    }

    @Test func aFlagThatIsThereBothWaysIsAListOfBoth() throws {
        let plan = try plan(
            "--batch-interval 50ms --send-empty-batches --no-send-empty-batches "
                + "--send-empty-batches")
        #expect(
            plan.combinations.map(\.broadcastProtocol.batching) == [
                .every(.milliseconds(50), sendsEmpty: true),
                .every(.milliseconds(50), sendsEmpty: false),
            ])
    }

    @Test(arguments: [
        ("--gossip-mode none,push --gossip-interval 1s,2s", ["none", "push 1s", "push 2s"]),
        ("--gossip-mode none,push --gossip-interval 1s --gossip-relay", ["none", "push 1s"]),
    ])
    func whatHasNoMeaningInACombinationIsLeftOutOfIt(line: String, modes: [String]) throws {
        let found = try plan(line).combinations.map { combination in
            let gossip = combination.broadcastProtocol.antiEntropy
            return gossip.map { "\($0.mode.rawValue) \($0.interval)" } ?? "none"
        }
        #expect(found == modes)
    }

    @Test(arguments: [
        ("--batch-interval 0ms,50ms --send-empty-batches", 2),
        ("--batch-interval 0ms,50ms --no-send-empty-batches --send-empty-batches", 3),
        ("--dissemination none,flood --batch-interval 0ms,50ms --gossip-mode push", 3),
        ("--dissemination flood,infect-and-die --dissemination-fanout 2,3", 3),
        ("--nemesis none;partition --nemesis-interval 2,5", 3),
    ])
    func suchCombinationsAreRunOnce(line: String, count: Int) throws {
        #expect(try plan(line).combinations.count == count)
    }

    @Test(arguments: [
        ("--gossip-interval 1s,2s", "'--gossip-interval' needs gossip"),
        ("--gossip-interval 1s --topology grid,heap", "'--gossip-interval' needs gossip"),
        ("--nemesis none --nemesis-interval 2,5", "'--nemesis-interval' needs faults"),
    ])
    func whatHasNoMeaningInAnyIsWrong(line: String, words: String) {
        let error = #expect(throws: (any Error).self) { try plan(line) }
        #expect(error.map { "\($0)" }?.contains(words) == true)
    }

    @Test func presetsAndEqualSignsWorkToo() throws {
        let plan = try plan("--preset=maelstrom-grid,blog-heap --rate=50")
        #expect(plan.combinations.map(\.topology) == [.grid, .heap])
        #expect(plan.combinations.allSatisfy { $0.workload.rate == 50 })
    }

    @Test(arguments: [
        ("--topology grid,,heap", "'--topology grid,,heap' lacks a value"),
        ("--topology grid,", "'--topology grid,' lacks a value"),
        ("--nemesis none;;kill", "'--nemesis none;;kill' lacks a value"),
        ("--nemesis none;_", "lacks a value"),
        ("grid", "'grid' belongs to no option"),
        ("--topology grid, heap", "lacks a value"),
        ("--topology grid heap", "'heap' belongs to no option"),
        ("--topology", "'--topology' needs a value"),
        ("--topology grid --topology heap", "'--topology' is there twice"),
        ("--topology grid,mesh", "it must be one of grid"),
        ("--batch-interval 500ms..0ms/50ms", "has no values"),
        ("--batch-interval 0..500/50", "it must be a number with its unit"),
        ("--bogus 1,2", "Unknown option '--bogus'"),
        ("--topology grid,star --node-count 1,2", "about '--topology star --node-count 1'"),
        ("--topology tree,tree2", "are the same scenario"),
        ("--batch-interval 0ms,0s", "are the same scenario"),
        ("--seed 1,x", "it must be a whole number"),
        (
            "--rate 1..1000/1 --node-count 1..2000/1",
            "these are 4000000 runs, and a sweep has at most 1000000"
        ),
        ("--seed 18446744073709551615", "beyond the highest seed"),
        ("--seed 1,2", "'--seeds' counts on from one seed"),
        ("--help", "'--help' needs a value"),
    ])
    func whatIsNoPlanIsAnErrorThatNamesTheOption(line: String, reason: String) {
        let error = #expect(throws: ValidationError.self) { try plan(line, seedCount: 2) }
        #expect("\(error, default: "")".contains(reason), "\(String(describing: error))")
    }

    @Test func aSeedTwiceIsAnError() {
        let error = #expect(throws: ValidationError.self) {
            try plan("--seed 4,5,4", seedCount: nil)
        }
        #expect("\(error, default: "")".contains("same seed twice"))
    }
}
