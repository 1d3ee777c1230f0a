import Testing

@testable import Engine

struct LatencyMapTests {
    /// Three nodes here, three there: 1 ms and 2 ms within, 80 ms over, 90 ms back.
    private static let map = LatencyMap(
        name: "two.map", groups: ["eu", "us"], groupOfNode: [0, 0, 0, 1, 1, 1],
        means: [[1, 80], [90, 2]])

    /// When each node of a line of six learns a value that `origin` accepts at 0, in milliseconds.
    private static func learningTimes(
        origin: Int, map: LatencyMap, delivery: NetworkModel.Delivery
    ) -> [Int64?] {
        var scenario = Scenario()
        scenario.nodeCount = 6
        scenario.topology = .line
        scenario.workload.rate = 0
        scenario.workload.timeLimit = nil
        scenario.network.latencyMap = map
        scenario.network.delivery = delivery
        var simulator = Simulator(scenario, sink: RecordedTrace())
        simulator.apply(.broadcast(at: NodeID(origin)))
        while simulator.step() {}
        var times = [Int64?](repeating: nil, count: 6)
        for entry in simulator.sink.entries {
            guard case .learned(let node, _, _) = entry.event else { continue }
            times[node.index] = entry.instant.microseconds / 1_000
        }
        return times
    }

    @Test(arguments: NetworkModel.Delivery.allCases)
    func aFloodAlongALineAddsUpTheLatenciesOfItsLinks(delivery: NetworkModel.Delivery) {
        let there = Self.learningTimes(origin: 0, map: Self.map, delivery: delivery)
        #expect(there == [0, 1, 2, 82, 84, 86])
        let back = Self.learningTimes(origin: 5, map: Self.map, delivery: delivery)
        #expect(back == [96, 95, 94, 4, 2, 0])
        let outwards = Self.learningTimes(origin: 2, map: Self.map, delivery: delivery)
        #expect(outwards == [2, 1, 0, 80, 82, 84])
    }

    @Test func theDistributionHasTheMapsMean() {
        var model = NetworkModel()
        model.latencyMap = Self.map
        model.latency.distribution = .uniform
        var network = Network(model: model, seed: 3)
        func latencies(_ source: Int, _ destination: Int) -> [Int64] {
            (0..<20_000).compactMap { _ in
                network.dueTime(
                    ofMessageSentAt: .zero, from: NodeID(source), to: NodeID(destination))?
                    .sinceStart.microseconds
            }.map { $0 / 1_000 }
        }
        #expect(Set(latencies(0, 2)) == Set(0...2))
        #expect(Set(latencies(4, 3)) == Set(0...4))
        #expect(Set(latencies(1, 4)) == Set(0...160))
        let back = latencies(4, 1)
        let mean = Double(back.reduce(0, +)) / Double(back.count)
        // Uniform on 0...180: standard deviation 52.
        let bound = 4 * 52.2 / Double(back.count).squareRoot()
        #expect(abs(mean - 90) < bound, "mean \(mean), bound \(bound)")
    }

    @Test func aMapThatSaysTheSameEverywhereIsTheSameRun() {
        var plain = Preset.blogHeap.scenario
        plain.workload.timeLimit = .seconds(2)
        plain.network.latency = LatencyModel(meanMilliseconds: 30, distribution: .exponential)
        var mapped = plain
        mapped.network.latency.meanMilliseconds = 100
        mapped.network.latencyMap = LatencyMap(
            name: "same.map", groups: ["a", "b"], groupOfNode: (0..<25).map { $0 % 2 },
            means: [[30, 30], [30, 30]])
        #expect(Experiment(mapped).run().digest == Experiment(plain).run().digest)
    }

    @Test func aMapKnowsItsSizeAndItsExtremes() {
        #expect(Self.map.nodeCount == 6)
        #expect(Self.map.meanMilliseconds == 1...90)
    }
}
