import Engine
import Testing

@Suite("Conservation of messages")
struct ConservationTests {
    /// Everything at once: all families of the nemesis, loss, repair and full sets.
    private static func turmoil(seed: UInt64, delivery: NetworkModel.Delivery) -> Scenario {
        var scenario = Scenario()
        scenario.seed = seed
        scenario.network.delivery = delivery
        scenario.network.latency = LatencyModel(meanMilliseconds: 50, distribution: .exponential)
        scenario.network.loss = 0.02
        scenario.nemesis.families = Nemesis.Family.allCases
        scenario.nemesis.interval = .seconds(1)
        scenario.broadcastProtocol.antiEntropy = AntiEntropy(
            .pushPullDigest, every: .milliseconds(500), fanout: 3)
        return scenario
    }

    @Test(
        "Every copy of a message is received, cut, lost, at a node that is down, or still under way",
        arguments: NetworkModel.Delivery.allCases, [1, 2, 3] as [UInt64])
    func everyCopyIsAccountedFor(delivery: NetworkModel.Delivery, seed: UInt64) {
        var run = MeasuredRun(Self.turmoil(seed: seed, delivery: delivery))
        var end = Instant.zero
        while run.phase != .finished {
            end = end + .milliseconds(700)
            run.run(until: end)
            let traffic = run.traffic
            let gone = traffic.cutCount + traffic.lostCount + traffic.downCount
            let underWay = run.snapshot(newest: 0).messages.count
            #expect(
                traffic.serverSendCount + traffic.duplicateCount
                    == traffic.serverReceiveCount + gone + underWay,
                "seed \(seed), \(delivery), at \(run.now.sinceStart)")
        }
        let traffic = run.traffic
        #expect(min(traffic.cutCount, traffic.lostCount) > 0)
        #expect(min(traffic.downCount, traffic.duplicateCount) > 0)
    }
}
