import Engine
import Foundation
import Testing

@testable import GossipLab

@Suite struct RaceReportTextTests {
    /// What grid and heap come to, seed by seed, and the verdict on them.
    struct Case: Sendable {
        var messages: [[Double]] = [[20, 20.2, 20.1], [20.1, 20.2, 20]]
        var latencies: [[Double]] = [[800, 790, 800], [790, 800, 800]]
        /// How many of the runs are not valid.
        var invalidCounts = [0, 0]
        /// Whether both have the same traces.
        var areEqual = false
        let verdict: String
    }

    private static let fewer: [[Double]] = [[20, 20.2, 20.1], [12.8, 12.9, 12.9]]
    private static let faster: [[Double]] = [[800, 790, 800], [560, 550, 560]]
    private static let slower: [[Double]] = [[560, 550, 560], [800, 790, 800]]

    static let cases = [
        Case(
            messages: fewer, latencies: faster,
            verdict: "heap wins: it needs 36 % fewer msgs/op and is faster, by 240 ms in the "
                + "largest stable latency."),
        Case(
            messages: fewer,
            verdict: "heap wins: it needs 36 % fewer msgs/op; no difference is shown in the "
                + "largest stable latency."),
        Case(
            latencies: faster,
            verdict: "heap wins: it is faster, by 240 ms in the largest stable latency; no "
                + "difference is shown in msgs/op."),
        Case(
            messages: fewer, latencies: slower,
            verdict: "heap needs 36 % fewer msgs/op, but grid is faster, by 240 ms in the largest "
                + "stable latency."),
        Case(
            verdict: "no difference is shown at 95 %, in msgs/op or in the largest stable latency: "
                + "more '--seeds' may show one."),
        Case(
            messages: [[20], [13]], latencies: [[800], [560]],
            verdict: "one seed shows no difference: take '--seeds 2' or more."),
        Case(
            messages: [[20, 21], [20, 21]], latencies: [[800, 790], [800, 790]], areEqual: true,
            verdict: "every run of the one is that of the other: what differs has no effect here."),
        Case(
            messages: fewer, latencies: slower, invalidCounts: [0, 2],
            verdict: "grid wins: in 2 of 3 runs of heap values are lost or missing at some node in "
                + "the end. Otherwise, heap needs 36 % fewer msgs/op, but grid is faster, by 240 "
                + "ms in the largest stable latency."),
        Case(
            messages: fewer, invalidCounts: [1, 3],
            verdict: "both lose values, grid in 1 of 3 runs and heap in 3. Otherwise, heap needs "
                + "36 % fewer msgs/op; no difference is shown in the largest stable latency."),
        Case(
            messages: [[], []], latencies: [[], []],
            verdict: "there is nothing to say: both finished no seed."),
    ]

    private static func report(_ example: Case, names: [String] = ["grid", "heap"]) -> RaceReport {
        let heats = example.messages[0].indices.map { place in
            RaceReport.Heat(
                a: outcome(example, 0, at: place), b: outcome(example, 1, at: place))
        }
        var heap = Scenario()
        heap.topology = .heap
        return RaceReport(
            a: RaceReport.Contender(name: names[0], scenario: Scenario()),
            b: RaceReport.Contender(name: names[1], scenario: heap),
            requestedCount: heats.count, heats: heats)
    }

    private static func outcome(_ example: Case, _ side: Int, at place: Int) -> RunOutcome {
        RunOutcome(
            seed: 42 + UInt64(place), digest: UInt64(example.areEqual ? place : 2 * place + side),
            isValid: place >= example.invalidCounts[side]
        ) { figure in
            switch figure {
            case .messagesPerOperation: example.messages[side][place]
            case .stable: example.latencies[side][place]
            default: nil
            }
        }
    }

    @Test(arguments: cases)
    func theVerdictSaysWhoWinsAndByHowMuch(example: Case) {
        let report = Self.report(example)
        #expect(report.verdict == example.verdict)
        #expect(Self.unwrapped(report.text).contains("verdict \(example.verdict)"))
    }

    @Test func theVerdictNamesItsWinner() {
        for example in Self.cases {
            let report = Self.report(example)
            let name = report.winner.map { "\(report[$0].name) wins" }
            #expect(name.map(report.verdict.contains) ?? true)
            #expect((name == nil) == !report.verdict.contains("wins"))
        }
    }

    @Test func theTableHasMeansDifferenceAndTheLowerOne() {
        let text = Self.report(Case(messages: Self.fewer, latencies: Self.slower, verdict: "")).text
        let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        // Differences 7.2, 7.3 and 7.2: their deviation is 0.0577, t 4.303, over the root of 3.
        #expect(
            rows.contains(["msgs/op", "20.10", "12.87", "7.23", "±", "0.14", "1.56", "heap"]))
        #expect(
            rows.contains(
                ["stable", "max,", "ms", "556.7", "796.7", "-240.0", "±", "0.0", "0.70", "grid"]))
        #expect(rows.contains(["bytes/op", "-", "-", "-", "-", "-", "-"]))
        #expect(rows.contains(["valid", "runs", "3", "3", "0", "-"]))
        #expect(rows.contains(["topology", "grid", "heap"]))
        #expect(text.contains("part 2       passed by grid in 0 of 3, by heap in 3 of 3 runs"))
        #expect(text.contains("\nrepeat A     gossip-lab run --seeds 3 --seed 42\n"))
        #expect(text.hasSuffix("repeat B     gossip-lab run --seeds 3 --topology heap --seed 42"))
    }

    @Test func longNamesGiveWayToLettersInTheTable() {
        let example = Case(messages: Self.fewer, verdict: "")
        let text = Self.report(example, names: ["maelstrom-grid", "a heap with a long name"]).text
        let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(rows.contains(["A", "B", "A", "-", "B", "±", "95", "%", "A/B", "better"]))
        #expect(rows.contains { $0.first == "msgs/op" && $0.last == "B" })
        #expect(text.contains("a heap with a long name wins"))
    }

    @Test(arguments: [
        ["blog-heap", "blog-heap-batched"],
        [
            "--fault 'cut n0-n4,n7,n9,n11|n5,n6,n8 at 2s for 4s' --fault 'kill n3 at 1s'",
            "--topology tree4 --batch-interval 50ms --nemesis partition,kill,pause,loss",
        ], ["grid", "heap"],
    ])
    func allButTheCommandsIsEightyColumnsWide(words: [String]) throws {
        let race = try Race(arguments: words + ["--time-limit", "6", "--rate", "20"], seedCount: 2)
        let lines = race.run { _ in true }.text.split(separator: "\n")
        for line in lines where !line.hasPrefix("repeat ") {
            #expect(line.count <= 80 && line.last != " ", "\(line)")
        }
    }

    @Test func theJSONHasEveryFigureOfBothAndItsDifference() throws {
        let example = Case(
            messages: Self.fewer, latencies: Self.slower, invalidCounts: [0, 1], verdict: "")
        let report = Self.report(example)
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(report.json.description.utf8))
                as? [String: Any])
        #expect(
            Set(json.keys) == [
                "version", "names", "scenarios", "seeds", "digests", "figures", "invalid-seeds",
                "winner",
            ])
        #expect(json["seeds"] as? [Int] == [42, 43, 44])
        #expect(json["winner"] as? String == "a")
        #expect(json["names"] as? [String: String] == ["a": "grid", "b": "heap"])
        #expect(json["invalid-seeds"] as? [String: [Int]] == ["a": [], "b": [42]])
        let digests = try #require(json["digests"] as? [String: [String]])
        #expect(digests["b"] == ["0000000000000001", "0000000000000003", "0000000000000005"])
        let figures = try #require(json["figures"] as? [String: [String: Any]])
        #expect(Set(figures.keys) == Set(RunFigure.all.map(\.name)))
        let messages = try #require(figures["servers.msgs-per-op"])
        #expect(messages["winner"] as? String == "b")
        let difference = try #require(messages["difference"] as? [String: Double])
        #expect(difference["count"] == 3 && abs((difference["mean"] ?? 0) - 21.7 / 3) < 1e-9)
        let low = try #require(difference["low"])
        let high = try #require(difference["high"])
        #expect(low > 7 && abs(low + high - 2 * 21.7 / 3) < 1e-9)
        #expect((messages["a"] as? [String: Double])?["mean"] == 20.1)
        #expect(figures["servers.bytes-per-op"]?["winner"] is NSNull)
    }

    private static func unwrapped(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
