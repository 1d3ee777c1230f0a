import Engine
import Testing

@testable import GossipTUI

/// The two clusters of a race, at the same instant.
@Suite struct ClustersTests {
    /// A race of a few seconds, in which the two have so many seconds to recover.
    private func race(recovery first: Int64, _ second: Int64) -> Clusters {
        func scenario(_ topology: Topology, _ recovery: Int64) -> Scenario {
            var scenario = Scenario()
            scenario.topology = topology
            scenario.workload.timeLimit = .seconds(2)
            scenario.recovery = .seconds(recovery)
            return scenario
        }
        return Clusters(
            ClusterRun(scenario(.grid, first)), against: ClusterRun(scenario(.heap, second)))
    }

    @Test(arguments: [(0, 4), (4, 0), (3, 3)] as [(Int64, Int64)])
    func bothRunToTheirEnd(first: Int64, second: Int64) throws {
        var clusters = race(recovery: first, second)
        let isReached = clusters.goOn(to: Goal(limit: .zero + .seconds(60))) { true }
        #expect(isReached == true && clusters.isOver)
        let runs = [clusters.first, try #require(clusters.second)]
        for run in runs {
            let alone = Experiment(run.scenario).run()
            #expect(run.report.digest == alone.digest && run.report.traffic == alone.traffic)
        }
        #expect(clusters.now == runs.map(\.now).max())
        #expect(clusters.timeLine.end == clusters.now && clusters.timeLine.isLive)
    }

    @Test func neitherIsFarAheadWhenTimeIsUp() throws {
        var clusters = race(recovery: 3, 3)
        for _ in 0..<40 {
            let isReached = clusters.goOn(to: Goal(limit: .zero + .seconds(60))) { false }
            #expect(isReached == nil)
            #expect(clusters.second?.now == clusters.first.now)
        }
        #expect(clusters.now > .zero && clusters.now < .zero + .seconds(1))
    }

    @Test func stepsBackGoByTheOneThatRanOn() throws {
        for recoveries in [(0, 4), (4, 0)] as [(Int64, Int64)] {
            var clusters = race(recovery: recoveries.0, recoveries.1)
            _ = clusters.goOn(to: Goal(limit: .zero + .seconds(60))) { true }
            let end = clusters.now
            let wentBack = clusters.stepBack(.time(.seconds(1)))
            #expect(wentBack && clusters.now == end - .seconds(1))
            #expect(clusters.second != nil && !clusters.timeLine.isLive)
            clusters.seek(to: .zero + .seconds(1))
            #expect(clusters.first.now == clusters.second?.now)
            clusters.seek(to: clusters.timeLine.end)
            #expect(clusters.now == end && clusters.timeLine.isLive)
        }
    }

    @Test func whatIsDoneIsDoneToBothAndLeavesTheirDifferences() throws {
        var clusters = race(recovery: 3, 3)
        var other = try #require(clusters.second).scenario
        other.network.latency.meanMilliseconds = 300
        other.network.delivery = .ideal
        clusters = Clusters(clusters.first, against: ClusterRun(other))
        _ = clusters.goOn(to: Goal(limit: .zero + .seconds(1))) { true }
        var network = clusters.first.scenario.network
        network.loss = 0.2
        let isFork = clusters.apply(.setNetwork(network))
        #expect(!isFork)
        #expect(clusters.first.scenario.network == network)
        other.network.loss = 0.2
        #expect(clusters.second?.scenario == other)
        clusters.seek(to: .zero + .milliseconds(500))
        let isAnother = clusters.apply(.partition(.majority))
        #expect(isAnother)
        let state = Scene.state(clusters.first.snapshot(columns: 80), columns: 80, rows: 24)
        #expect(clusters.first.closeUp(for: state).ghost == nil)
        #expect(clusters.second?.now == clusters.first.now)
        clusters.endRace()
        #expect(clusters.second == nil && !clusters.isOver)
    }
}
