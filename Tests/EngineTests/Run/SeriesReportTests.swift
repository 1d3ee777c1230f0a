import Engine
import Testing

struct SeriesReportTests {
    /// Two seconds of the challenge's load, losing so much that some runs fail.
    private static var scenario: Scenario {
        var scenario = Scenario()
        scenario.workload.timeLimit = .seconds(2)
        scenario.network.loss = 0.02
        return scenario
    }

    private static func reports(_ count: UInt64) -> [RunReport] {
        (0..<count).map { index in
            var scenario = scenario
            scenario.seed += index
            return Experiment(scenario).run()
        }
    }

    @Test func eachMeanIsThatOfTheSingleRuns() throws {
        let reports = Self.reports(4)
        let series = SeriesReport(
            scenario: Self.scenario, requestedCount: 4, outcomes: reports.map(RunOutcome.init))
        let means = series.means
        #expect(means.map(\.figure) == RunFigure.all)
        func mean(_ figure: RunFigure) throws -> Double {
            try #require(means.first { $0.figure == figure }?.estimate.mean)
        }
        let perOperation = reports.map {
            Double($0.traffic.serverSendCount) / Double($0.traffic.operationCount)
        }
        #expect(abs(try mean(.messagesPerOperation) - perOperation.reduce(0, +) / 4) < 1e-9)
        let bytes = reports.map { Double($0.traffic.sentBytes) / Double($0.traffic.operationCount) }
        #expect(abs(try mean(.bytesPerOperation) - bytes.reduce(0, +) / 4) < 1e-9)
        let incomplete = reports.map(\.propagation.incomplete.count).reduce(0, +)
        #expect(try mean(.incompleteCount) == Double(incomplete) / 4)
        let slowest = reports.compactMap { $0.propagation.latencies[1]?.inMilliseconds }
        #expect(abs(try mean(.propagation(share: 1)) - slowest.reduce(0, +) / 4) < 1e-9)
        #expect(!series.isPartial)
    }

    @Test func runsThatAreNotValidAreNamedAndCounted() {
        let reports = Self.reports(8)
        let series = SeriesReport(
            scenario: Self.scenario, requestedCount: 8, outcomes: reports.map(RunOutcome.init))
        let invalid = reports.filter { !$0.isValid }.map(\.scenario.seed)
        #expect(!invalid.isEmpty && invalid.count < 8)
        #expect(series.invalidSeeds == invalid)
        #expect(!series.isValid)
        #expect(series.validShare.mean == Double(8 - invalid.count) / 8)
    }

    @Test func whatARunCouldNotMeasureIsLeftOutOfTheMean() throws {
        var quiet = Self.scenario
        quiet.workload.rate = 0
        let outcomes = [RunOutcome(Experiment(quiet).run())]
        let series = SeriesReport(scenario: quiet, requestedCount: 3, outcomes: outcomes)
        let latency = try #require(series.means.first { $0.figure == .stable(share: 0.5) })
        #expect(latency.estimate.count == 0 && latency.estimate.mean == nil)
        #expect(series.isPartial)
    }
}
