import Engine
import Synchronization
import Testing

@testable import GossipLab

@Suite struct RunPoolTests {
    /// Runs of very different lengths, so that some wait for earlier ones.
    private static let scenarios = (0..<24).map { place in
        var scenario = Scenario()
        scenario.nodeCount = 4
        scenario.workload.timeLimit = .milliseconds(place % 3 == 0 ? 3_000 : 10)
        scenario.recovery = .milliseconds(100)
        scenario.seed = UInt64(place)
        return scenario
    }

    private func places(workerCount: Int?, until finishedCount: Int = .max) -> [Int] {
        let places = Mutex<[Int]>([])
        RunPool(scenarios: Self.scenarios, workerCount: workerCount).run { progress in
            progress().finishedCount < finishedCount
        } handOver: { place, report in
            #expect(report.scenario == Self.scenarios[place])
            #expect(!report.isPartial)
            places.withLock { $0.append(place) }
        }
        return places.withLock(\.self)
    }

    @Test(arguments: [1, 2, 7, 100, nil])
    func everyRunIsHandedOverOnceAndInOrder(workerCount: Int?) {
        #expect(places(workerCount: workerCount) == Array(0..<24))
    }

    @Test(arguments: [1, 2, 7])
    func afterANoWhatIsFinishedIsHandedOver(workerCount: Int) {
        let places = places(workerCount: workerCount, until: 9)
        #expect(places.count >= 9 && places.count < 24)
        #expect(places == places.sorted())
    }

    @Test func nothingToRunIsNothingHandedOver() {
        RunPool(scenarios: []).run { _ in
            true
        } handOver: { _, _ in
            Issue.record("there was no run")
        }
    }
}
