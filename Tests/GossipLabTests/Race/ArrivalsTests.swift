import Engine
import Testing

/// What a race takes for granted: under one seed clients do the same, whatever the protocol.
@Suite struct ArrivalsTests {
    /// An operation and when it was invoked.
    private struct Arrival: Hashable {
        let instant: Instant
        let operation: ClientOperation
    }

    /// Scenarios that differ in whatever contenders may differ in.
    static let rivals: [Scenario] = {
        var heap = Preset.blogHeapBatched.scenario
        heap.broadcastProtocol.antiEntropy?.clock = .poisson
        var total = Scenario()
        total.topology = .total
        total.network.loss = 0.1
        total.network.latency = LatencyModel(meanMilliseconds: 30, distribution: .exponential)
        return [heap, total]
    }()

    private static func arrivals(
        in scenario: Scenario, _ delivery: NetworkModel.Delivery, seed: UInt64
    ) -> [Arrival] {
        var scenario = scenario
        scenario.network.delivery = delivery
        scenario.workload.timeLimit = .seconds(3)
        scenario.seed = seed
        var simulator = Simulator(scenario, sink: RecordedTrace())
        simulator.runToEnd()
        return simulator.sink.entries.compactMap { entry in
            guard case .invoked(let operation) = entry.event else { return nil }
            return Arrival(instant: entry.instant, operation: operation)
        }
    }

    @Test(arguments: rivals, UInt64(1)...3)
    func onAnIdealNetworkTheOperationsAreTheSame(rival: Scenario, seed: UInt64) {
        let arrivals = Self.arrivals(in: Scenario(), .ideal, seed: seed)
        #expect(arrivals.count > 250)
        #expect(arrivals == Self.arrivals(in: rival, .ideal, seed: seed))
        #expect(arrivals != Self.arrivals(in: rival, .ideal, seed: seed + 1))
    }

    /// There clients wait for replies; an operation at one that does goes to another node.
    @Test(arguments: rivals, UInt64(1)...3)
    func onMaelstromsNetworkTheyAreTheSameButWhereAClientWaits(rival: Scenario, seed: UInt64) {
        let arrivals = [Scenario(), rival].map { scenario in
            Self.arrivals(in: scenario, .maelstrom, seed: seed)
        }
        #expect(arrivals[0].count > 250)
        #expect(arrivals[0].map(\.instant) == arrivals[1].map(\.instant))
        #expect(arrivals[0].map(\.operation.number) == arrivals[1].map(\.operation.number))
        #expect(arrivals[0].map(\.operation.action) == arrivals[1].map(\.operation.action))
        let sameCount = zip(arrivals[0], arrivals[1]).count {
            $0.operation.node == $1.operation.node
        }
        #expect(Double(sameCount) > 0.7 * Double(arrivals[0].count))
    }
}
