import Testing

@testable import Engine

struct FinalFiguresTests {
    /// A run that loses values: without repair, a tenth of all messages being lost.
    private static var lossy: Scenario {
        var scenario = Preset.maelstromGrid.scenario
        scenario.topology = .tree4
        scenario.network.loss = 0.1
        return scenario
    }

    @Test func stableLatenciesOfAFinishedRunAreThoseOfTheReport() throws {
        var run = WatchedRun(Self.lossy)
        run.run(until: .zero + .seconds(60))
        #expect(run.phase == .finished)
        let shown = run.snapshot(newest: 0).figures.stable
        let reported = run.report.workload.stableLatencies
        #expect(shown.count == reported.count)
        #expect(shown.maximum == .milliseconds(Int64(try #require(reported.last))))
        let median = try #require(shown.quantile(0.5)).inMilliseconds
        let exact = Double(reported[reported.count / 2])
        #expect(abs(median - exact) <= exact * LatencyHistogram.relativeError)
        #expect(exact > 5_000)
    }
}
