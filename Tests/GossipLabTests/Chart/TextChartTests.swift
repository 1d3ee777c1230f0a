import Testing

@testable import Engine
@testable import GossipLab

@Suite struct TextChartTests {
    @Test(arguments: [60, 80, 120])
    func theChartFitsIntoItsColumns(columns: Int) throws {
        let text = TradeOffChart(SweepReport(of: try exampleRuns()))
            .text(columns: columns, isUTF8: true)
        let widest = text.split(separator: "\n").map(\.count).max() ?? 0
        #expect(widest <= columns)
        for words in [
            "msgs/op", "max stable latency, ms", "part 1", "part 2", "x values lost or unmeasured",
        ] {
            #expect(text.contains(words), "\(words)\n\(text)")
        }
    }

    @Test func withoutUTF8ItIsASCII() throws {
        let report = SweepReport(of: try exampleRuns())
        let text = report.text(columns: 80, isUTF8: false)
        #expect(!text.contains { !$0.isASCII })
    }

    @Test func aPointStandsWhereItsFiguresSay() throws {
        let chart = TextChart(
            TradeOffChart(SweepReport(of: try exampleRuns())), columns: 80, signs: .unicode)
        let points = chart.chart.points.filter(\.isComparable)
        for (left, right) in zip(points, points.dropFirst()) {
            let places = [left, right].map(chart.place)
            #expect((left.latency < right.latency) == (places[0].column < places[1].column))
            #expect((left.messages > right.messages) == (places[0].row < places[1].row))
        }
    }

    @Test func theBestCombinationsAreTheCheapestWithinTheLimits() throws {
        // Valid are 25 msgs/op at 300 ms, 21 at 500, 17 at 700 and 13 at 900 ms, in the order of
        // the plan; part 1 has a median below 400 ms, part 2 below 20 msgs/op and 1 s.
        let report = SweepReport(of: try exampleRuns())
        let best = TradeOffChart(report).points.filter { !$0.bestFor.isEmpty }
        #expect(
            Set(best.map(\.name)) == [
                "grid, loss 0, batch-interval 0ms", "tree4, loss 0, batch-interval 100ms",
            ])
        #expect(best.first { $0.name.hasPrefix("grid") }?.bestFor == ["part 1"])
        #expect(best.first { $0.name.hasPrefix("tree4") }?.bestFor == ["part 2"])
        #expect(report.text(columns: 80).contains("both         none, in no run"))
    }

    @Test func whatIsCoveredIsNamedInTheKeyOnly() throws {
        let runs = try ["none", "push", "push-pull"].map { mode in
            let plan = try SweepPlan(
                arguments: ["--gossip-mode", mode, "--batch-interval", "50ms"], seedCount: 1)
            return (
                scenario: plan.runs[0],
                outcome: RunOutcome(seed: 42, digest: 0, isValid: true) { figure in
                    switch figure {
                    case .messagesPerOperation: 20
                    case .stable(share: 1): 500
                    default: nil
                    }
                }
            )
        }
        let text = TradeOffChart(SweepReport(of: runs)).text(columns: 80, isUTF8: true)
        let parts = text.split(separator: "max stable latency", maxSplits: 1)
        // The last one that is drawn is seen, and only its name stands beside it.
        #expect(parts[0].contains(" push-pull "), "\(text)")
        #expect(!parts[0].contains("no gossip-mode"))
        #expect(parts[1].contains("no gossip-mode (under B)"))
        #expect(parts[1].contains("push (under B)"))
    }
}
