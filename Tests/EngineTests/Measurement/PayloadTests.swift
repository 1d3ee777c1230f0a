import Engine
import TestSupport
import Testing

/// Values and bytes of messages, in runs that can be counted by hand.
struct PayloadTests {
    /// The line that brings `values`, with `keys` after them.
    private static func line(
        from source: Int, to destination: Int, _ values: some Sequence<Int>, _ keys: String = ""
    ) -> String {
        let list = values.map { "\($0)" }.joined(separator: ",")
        return #"{"src":"n\#(source)","dest":"n\#(destination)","#
            + #""body":{"type":"gossip","messages":[\#(list)]\#(keys)}}"# + "\n"
    }

    @Test func aFloodAlongALineCostsOneMessagePerLink() {
        let traffic = FloodRun(.line, origin: 0, nodeCount: 12, latency: .init(meanMilliseconds: 1))
            .measurements.traffic
        let shortest = #"{"src":"n0","dest":"n1","body":{"type":"gossip","messages":[0]}}"#
        // From n9 to n10 there is one digit more, from n10 to n11 are two; then the lines' ends.
        let bytes = 11 * shortest.utf8.count + 1 + 2 + 11
        #expect((traffic.serverSendCount, traffic.sentCopies) == (11, 11))
        #expect(traffic.sentBytes == bytes)
        #expect(traffic.bytesPerBroadcast == Double(bytes))
        #expect(traffic.bytesPerOperation == Double(bytes))
        #expect(traffic.valuesPerMessage == 1)
        #expect(traffic.bytesPerMessage == Double(bytes) / 11)
    }

    @Test func aFloodOfTheGridCostsTheLinesOfAllItsMessages() {
        var scenario = Scenario.idle
        scenario.network.latency = LatencyModel(meanMilliseconds: 100)
        var simulator = Simulator(scenario, sink: Both(nodeCount: 25))
        simulator.apply(.broadcast(at: NodeID(12)))
        while simulator.step() {}
        var bytes = 0
        for case .sent(let envelope) in simulator.sink.trace.entries.map(\.event) {
            bytes +=
                Self.line(from: envelope.source.index, to: envelope.destination.index, [0])
                .utf8.count
        }
        let traffic = simulator.sink.measurements.traffic
        #expect((traffic.serverSendCount, traffic.sentCopies) == (56, 56))
        #expect(traffic.sentBytes == bytes)
    }

    /// What two nodes that both hold 0 ..< `valueCount` send in ten exchanges each.
    private static func tenExchanges(_ mode: AntiEntropy.Mode, valueCount: Int) -> TrafficCounts {
        var scenario = Scenario.idle
        scenario.nodeCount = 2
        scenario.topology = .line
        scenario.network.latency = LatencyModel(meanMilliseconds: 0)
        scenario.broadcastProtocol.antiEntropy = AntiEntropy(mode, every: .seconds(1), fanout: 1)
        var simulator = Simulator(scenario, sink: Measurements(nodeCount: 2))
        for _ in 0..<valueCount { simulator.apply(.broadcast(at: NodeID(0))) }
        simulator.run(until: .zero + .seconds(5))
        // Counts start anew.
        simulator.apply(.setTopology(.ring))
        simulator.run(until: .zero + .seconds(15))
        return simulator.sink.figures(at: simulator.now).traffic
    }

    @Test(arguments: [1, 10, 100, 1_000, 3_000])
    func aPushOfAFullSetCostsAsMuchAsTheSetIsLarge(valueCount: Int) {
        let traffic = Self.tenExchanges(.push, valueCount: valueCount)
        let push = Self.line(from: 0, to: 1, 0..<valueCount, #","repair":true"#)
        #expect(traffic.serverSendCount == 20)
        #expect(traffic.sentCopies == 20 * valueCount)
        #expect(traffic.sentBytes == 20 * push.utf8.count)
    }

    @Test func aDigestSavesTheAnswerOfAPushPullAndNothingElse() {
        let request = Self.line(from: 0, to: 1, 0..<1_000, #","repair":true,"pull":true"#)
        let answer = Self.line(from: 1, to: 0, 0..<1_000, #","repair":true"#)
        let pushPull = Self.tenExchanges(.pushPull, valueCount: 1_000)
        #expect(pushPull.serverSendCount == 40)
        #expect(pushPull.sentBytes == 20 * (request.utf8.count + answer.utf8.count))
        let digest = Self.tenExchanges(.pushPullDigest, valueCount: 1_000)
        #expect((digest.serverSendCount, digest.sentCopies) == (20, 0))
        #expect(digest.sentBytes == 20 * request.utf8.count)
    }

    @Test func digestsCostOverHalfOfWhatPushPullDoes() throws {
        func bytesPerOperation(_ mode: AntiEntropy.Mode) throws -> Double {
            var scenario = Preset.maelstromGrid.scenario
            scenario.broadcastProtocol.antiEntropy = AntiEntropy(
                mode, every: .seconds(2), fanout: 1)
            return try #require(Experiment(scenario).run().traffic.bytesPerOperation)
        }
        let none = try #require(
            Experiment(Preset.maelstromGrid.scenario).run().traffic.bytesPerOperation)
        let pushPull = try bytesPerOperation(.pushPull) - none
        let digest = try bytesPerOperation(.pushPullDigest) - none
        #expect((0.5...0.6).contains(digest / pushPull), "\(digest) of \(pushPull)")
    }

    @Test func aChangeStartsTheFiguresAnewAndMessagesWithOlderValuesStayOut() {
        var simulator = Simulator(.idle, sink: Measurements(nodeCount: 25))
        simulator.apply(.broadcast(at: NodeID(0)))
        simulator.run(until: .zero + .milliseconds(150))
        let before = simulator.sink.traffic
        simulator.apply(.setTopology(.ring))
        simulator.run(until: .zero + .seconds(9))
        let traffic = simulator.sink.figures(at: simulator.now).traffic
        #expect(before.sentBytes > 0 && simulator.sink.traffic.sentBytes > before.sentBytes)
        #expect((traffic.sentBytes, traffic.sentCopies) == (0, 0))
        simulator.apply(.broadcast(at: NodeID(0)))
        while simulator.step() {}
        let ring = simulator.sink.figures(at: simulator.now).traffic
        #expect((ring.serverSendCount, ring.sentCopies) == (26, 26))
    }

    @Test func withoutMessagesThereAreNoMeans() {
        let traffic = TrafficCounts()
        #expect(traffic.bytesPerOperation == nil && traffic.bytesPerBroadcast == nil)
        #expect(traffic.valuesPerMessage == nil && traffic.bytesPerMessage == nil)
    }
}
