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
        let median = reported[reported.count / 2]
        #expect(shown.quantile(0.5) == .milliseconds(Int64(median)))
        #expect(median > 5_000)
    }

    /// With seed 26 the median is the limit itself, which is not below it.
    @Test func aMedianAtTheLimitIsNotMistakenForOneBelow() throws {
        var scenario = Preset.maelstromGrid.scenario
        scenario.topology = .heap
        scenario.seed = 26
        var run = WatchedRun(scenario)
        run.run(until: .zero + .seconds(60))
        let reported = run.report.workload.stableLatencies
        #expect(reported[reported.count / 2] == 400)
        #expect(run.snapshot(newest: 0).figures.stable.quantile(0.5) == .milliseconds(400))
    }
}
