import TestSupport
import Testing

@testable import Engine

struct PauseTests {
    private func pausing(_ nodes: NodeGroup, _ start: Int64, _ end: Int64?) -> ScheduledFault {
        ScheduledFault(.pause(.nodes(nodes)), start, end)
    }

    @Test(arguments: NetworkModel.Delivery.allCases)
    func whatArrivesAtAPausedNodeIsHandedOverInOrderWhenItGoesOn(delivery: NetworkModel.Delivery) {
        var run = FaultRun(nodeCount: 3, [pausing(.some(1), 1_000, 2_000)]) {
            $0.network.delivery = delivery
        }
        run.broadcast(at: 0, times: [950, 1_100])
        run.broadcast(at: 2, times: [1_300])
        run.broadcast(at: 1, times: [1_500])
        run.broadcast(at: 0, times: [1_950])
        run.run(untilMilliseconds: 1_999)
        #expect(run.states(atMilliseconds: 1_999) == [.running, .paused, .running])
        #expect(run.learnings(of: 1).isEmpty)
        let waiting = run.simulator.inFlight.filter { $0.due < run.simulator.now }
        #expect(waiting.map { $0.due.microseconds / 1_000 } == [1_050, 1_200, 1_400])
        run.run(untilMilliseconds: 5_000)
        #expect(run.learnings(of: 1) == ["2000 0", "2000 1", "2000 2", "2000 3", "2050 4"])
        #expect(run.learnings(of: 2).contains("2100 0"))
        #expect((0..<5).allSatisfy { run.ledger.isComplete(ValueID($0)) })
        #expect(run.outages == ["1000 paused n1", "2000 resumed n1"])
    }

    @Test func aCutCannotReachWhatWaitsForAPausedNode() {
        var run = FaultRun(
            nodeCount: 2,
            [
                pausing(.some(1), 1_000, 3_000),
                ScheduledFault(.cut(.mutual(.some(0), .some(1))), 2_000, 4_000),
            ])
        run.broadcast(at: 0, times: [1_500, 1_950, 2_500])
        run.run(untilMilliseconds: 5_000)
        #expect(run.learnings(of: 1) == ["3000 0"])
        #expect(run.drops(.cut) == ["2050 n0>n1", "2500 n0>n1"])
    }

    @Test(arguments: [false, true])
    func aHundredMissedBatchesAreOneBatchPerNeighbour(sendsEmpty: Bool) {
        var run = FaultRun(nodeCount: 3, [pausing(.some(1), 1_000, 6_000)]) {
            $0.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: sendsEmpty)
        }
        // Accepted just before the pause: whatever its phase, n1 has not sent it on by then, or
        // sends it with the batch after the pause.
        run.broadcast(at: 1, times: [999])
        run.run(untilMilliseconds: 6_000)
        let batches = run.simulator.sink.trace.entries.filter { entry in
            guard case .sent(let envelope) = entry.event else { return false }
            return envelope.source == NodeID(1) && entry.instant.sinceStart > .milliseconds(1_000)
        }
        #expect(batches.count == 2)
        #expect(batches.allSatisfy { $0.instant.sinceStart == .seconds(6) })
        run.run(untilMilliseconds: 16_000)
        let later = run.story { event in
            guard case .sent(let envelope) = event, envelope.source == NodeID(1) else { return nil }
            return ""
        }
        // 20 or so before the pause, one at its end, then one per interval: the phase is kept.
        let intervals = (1_000 + 10_000) / 50
        #expect(!sendsEmpty || abs(later.count - 2 * (intervals + 1)) <= 2)
        #expect(run.ledger.isComplete(ValueID(0)))
    }

    @Test func aPausedRunLosesNothing() {
        var scenario = Scenario()
        scenario.nodeCount = 9
        scenario.workload.timeLimit = .seconds(10)
        scenario.faults = [
            pausing(.some(4), 1_000, 3_000), pausing(.everyone, 5_000, 7_000),
            pausing(.some(0, 8), 9_000, nil),
        ]
        let report = Experiment(scenario).run()
        #expect(report.isValid)
        #expect(report.propagation.completeCount > 300)
        #expect(report.traffic.serverReceiveCount == report.traffic.serverSendCount)
        #expect(report.propagation.latencies[1].map { $0 >= .seconds(2) } == true)
    }

    /// Whoever has waited for a reply goes on one by one, at the usual gaps.
    @Test(arguments: NetworkModel.Delivery.allCases)
    func clientsKeepTheirPaceAfterAllNodesStoodStill(delivery: NetworkModel.Delivery) {
        var run = FaultRun(nodeCount: 25, [pausing(.everyone, 2_000, 3_000)]) {
            $0.topology = .grid
            $0.network.delivery = delivery
            $0.workload = Workload()
        }
        run.run(untilMilliseconds: 20_000)
        let invocations = run.simulator.sink.trace.entries.compactMap { entry -> Instant? in
            guard case .invoked = entry.event else { return nil }
            return entry.instant
        }
        #expect(zip(invocations, invocations.dropFirst(2)).allSatisfy { $0 < $1 })
        // Gaps uniform in 0..<20 ms have a mean of 10 ms and a deviation of 5.8 ms, so 16 s see
        // 1,600 of them with a standard error of 23.
        let count = invocations.count { $0.sinceStart >= .seconds(4) }
        #expect(abs(count - 1_600) <= 4 * 23, "\(count) operations in 16 s, not 1600 +- 92")
    }

    @Test func aKilledNodeLosesWhatWaitedForItWhileItWasPaused() {
        var run = FaultRun(
            nodeCount: 2,
            [
                pausing(.some(1), 1_000, 3_000),
                ScheduledFault(.kill(.nodes(.some(1))), 2_000, 4_000),
            ])
        run.broadcast(at: 0, times: [1_100, 1_200, 2_100])
        run.run(untilMilliseconds: 5_000)
        #expect(run.learnings(of: 1).isEmpty)
        #expect(run.drops(.down) == ["2000 n0>n1", "2000 n0>n1", "2200 n0>n1"])
        #expect(run.outages == ["1000 paused n1", "2000 killed n1", "4000 restarted n1"])
    }

    @Test func aNodeIsDownOrPausedAsLongAsAnyFaultKeepsItSo() {
        var run = FaultRun(
            nodeCount: 2,
            [
                pausing(.some(0), 1_000, 7_000), pausing(.everyone, 2_000, 3_000),
                ScheduledFault(.kill(.nodes(.some(0))), 4_000, 6_000),
                ScheduledFault(.kill(.nodes(.everyone)), 5_000, 5_500),
            ])
        let expected: [(Int64, [NodeState])] = [
            (500, [.running, .running]), (1_500, [.paused, .running]),
            (2_500, [.paused, .paused]), (3_500, [.paused, .running]),
            (4_500, [.down, .running]), (5_250, [.down, .down]), (5_750, [.down, .running]),
            (6_500, [.paused, .running]), (7_500, [.running, .running]),
        ]
        for (time, states) in expected {
            #expect(run.states(atMilliseconds: time) == states, "at \(time) ms")
        }
        #expect(
            run.outages == [
                "1000 paused n0", "2000 paused n1", "3000 resumed n1", "4000 killed n0",
                "5000 killed n1", "5500 restarted n1", "6000 restarted n0", "6000 paused n0",
                "7000 resumed n0",
            ])
    }

    @Test func aPausedNodeHearsOfANewTopologyAndProtocolWhenItGoesOn() {
        var run = FaultRun(nodeCount: 5, [pausing(.some(3), 1_000, 2_000)]) {
            $0.broadcastProtocol.batching = .every(.seconds(100), sendsEmpty: false)
        }
        run.broadcast(at: 3, times: [500])
        run.run(untilMilliseconds: 1_500)
        run.simulator.apply(.setTopology(.star))
        run.simulator.apply(.setProtocol(BroadcastProtocol()))
        #expect(run.traffic.serverSendCount == 0)
        #expect(run.simulator.nodes[3].neighbors == [NodeID(2), NodeID(4)])
        run.run(untilMilliseconds: 3_000)
        #expect(run.simulator.nodes[3].neighbors == [NodeID(0)])
        #expect(run.simulator.nodes[3].protocolInUse == BroadcastProtocol())
        // What waited for its next batch goes out with the change.
        #expect(run.learnings(of: 0) == ["2100 0"])
    }

    @Test func aRequestToAPausedNodeIsServedWhenItGoesOnEvenIfItsClientHasLeft() {
        var run = FaultRun(nodeCount: 2, [pausing(.some(0), 1_000, 9_000)])
        run.broadcast(at: 0, times: [2_000, 6_000])
        run.run(untilMilliseconds: 20_000)
        let story = run.story { event in
            switch event {
            case .timedOut(let operation): "gave up \(operation.number)"
            case .completed(let operation): "answered \(operation.number)"
            default: nil
            }
        }
        #expect(story == ["7000 gave up 0", "9000 answered 1"])
        #expect(run.learnings(of: 0) == ["9000 0", "9000 1"])
        #expect(run.learnings(of: 1) == ["9100 0", "9100 1"])
    }
}
