import TestSupport
import Testing

@testable import Engine

struct CrashTests {
    private func killing(_ nodes: NodeGroup, _ start: Int64, _ end: Int64?) -> ScheduledFault {
        ScheduledFault(.kill(.nodes(nodes)), start, end)
    }

    @Test func aCrashedNodeForgetsWhatItHeldAndStartsAnewWithNothing() {
        var run = FaultRun(nodeCount: 3, [killing(.some(1), 1_000, 2_000)])
        run.broadcast(at: 0, times: [0])
        #expect(run.states(atMilliseconds: 999) == [.running, .running, .running])
        #expect(run.simulator.nodes[1].values.contains(ValueID(0)))
        #expect(run.states(atMilliseconds: 1_000) == [.running, .down, .running])
        #expect(run.states(atMilliseconds: 2_000) == [.running, .running, .running])
        #expect(run.simulator.nodes[1].values.isEmpty)
        #expect(run.outages == ["1000 killed n1", "2000 restarted n1"])
    }

    @Test func whatArrivesAtADownNodeIsGoneAndWhatArrivesAfterItsRestartIsNot() {
        var run = FaultRun(nodeCount: 2, [killing(.some(1), 1_000, 2_000)])
        run.broadcast(at: 0, times: [950, 1_500, 1_950])
        run.run(untilMilliseconds: 5_000)
        #expect(run.learnings(of: 1) == ["2050 2"])
        #expect(run.drops(.down) == ["1050 n0>n1", "1600 n0>n1"])
        #expect(run.traffic.downCount == 2)
    }

    @Test func whatACrashedNodeSentBeforeStillArrives() {
        var run = FaultRun(nodeCount: 3, [killing(.some(1), 1_000, nil)])
        run.broadcast(at: 1, times: [950])
        run.run(untilMilliseconds: 5_000)
        #expect(run.learnings(of: 0) == ["1050 0"])
        #expect(run.ledger.hops(of: ValueID(0), to: NodeID(0)) == 1)
        #expect(run.ledger.hops(of: ValueID(0), to: NodeID(1)) == nil)
    }

    @Test func aDownNodesTimersAreGoneAndItsNextLifeTicksAtTheUsualRate() {
        var run = FaultRun(nodeCount: 2, [killing(.some(0), 10_000, 20_000)]) {
            $0.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: true)
        }
        run.run(untilMilliseconds: 30_000)
        let sent = run.simulator.sink.trace.entries.compactMap { entry -> Int64? in
            guard case .sent(let envelope) = entry.event, envelope.source == NodeID(0) else {
                return nil
            }
            return entry.instant.microseconds / 1_000
        }
        #expect(sent.count { $0 < 10_000 } == 200)
        #expect(sent.count { (10_000..<20_000).contains($0) } == 0)
        #expect(sent.count { $0 >= 20_000 } == 200)
        // The phase is drawn anew.
        #expect(sent.first.map { $0 % 50 } != sent.last.map { $0 % 50 })
    }

    @Test func aNodesNextLifeOwesNothingToTheCrashesOfOthers() {
        func ticks(_ nodes: NodeGroup) -> [Int64] {
            var run = FaultRun(nodeCount: 4, [killing(nodes, 1_000, 2_000)]) {
                $0.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: true)
            }
            run.run(untilMilliseconds: 3_000)
            return run.simulator.sink.trace.entries.compactMap { entry -> Int64? in
                guard case .sent(let envelope) = entry.event else { return nil }
                return envelope.source == NodeID(3) ? entry.instant.microseconds : nil
            }
        }
        #expect(ticks(.some(3)) == ticks(.everyone))
        #expect(!ticks(.some(3)).isEmpty)
    }

    @Test func aRestartedNodeHasTheTopologyAndProtocolOfTheDay() {
        var run = FaultRun(nodeCount: 5, [killing(.some(3), 1_000, 2_000)])
        run.run(untilMilliseconds: 1_500)
        run.simulator.apply(.setTopology(.star))
        let batched = BroadcastProtocol(batching: .every(.milliseconds(10), sendsEmpty: false))
        run.simulator.apply(.setProtocol(batched))
        run.run(untilMilliseconds: 3_000)
        #expect(run.simulator.nodes[3].neighbors == [NodeID(0)])
        #expect(run.simulator.nodes[3].protocolInUse == batched)
        run.broadcast(at: 3, times: [3_000])
        run.run(untilMilliseconds: 4_000)
        #expect(run.ledger.isComplete(ValueID(0)))
    }

    @Test(arguments: NetworkModel.Delivery.allCases)
    func requestsToADownNodeTimeOutAfterFiveSecondsAndItsClientsAreReplaced(
        delivery: NetworkModel.Delivery
    ) {
        var run = FaultRun(nodeCount: 5, [killing(.some(2), 2_000, 14_000)]) {
            $0.network.delivery = delivery
            $0.workload.rate = 50
            $0.workload.timeLimit = .seconds(20)
        }
        run.simulator.runToEnd()
        var open: [Int: Instant] = [:]
        var timeOutCount = 0
        for entry in run.simulator.sink.trace.entries {
            let second = entry.instant.microseconds / 1_000_000
            switch entry.event {
            case .invoked(let operation):
                open[operation.number] = entry.instant
            case .completed(let operation):
                #expect(operation.node != NodeID(2) || !(2..<14).contains(second))
                open[operation.number] = nil
            case .timedOut(let operation):
                #expect(operation.node == NodeID(2))
                #expect(open[operation.number].map { entry.instant - $0 } == .seconds(5))
                open[operation.number] = nil
                timeOutCount += 1
            default: break
            }
        }
        #expect((2...3).contains(timeOutCount))
        #expect(open.isEmpty)
    }

    @Test func valuesThatOnlyCrashedNodesHeldAreLostAndTheReportSaysSo() {
        var scenario = Scenario()
        scenario.nodeCount = 5
        scenario.topology = .line
        scenario.network.delivery = .ideal
        scenario.faults = [killing(.everyone, 5_000, 6_000)]
        var simulator = Simulator(scenario, sink: Both(nodeCount: 5))
        simulator.runToEnd()
        var lost: [ValueID] = []
        for entry in simulator.sink.trace.entries {
            if case .completed(let operation) = entry.event,
                case .broadcast(let value) = operation.action,
                entry.instant.sinceStart < .seconds(5)
            {
                lost.append(value)
            }
        }
        let report = Experiment(scenario).run()
        #expect(lost.count > 100)
        #expect(report.propagation.incomplete == lost.sorted())
        #expect(report.workload.lost == lost.sorted())
        #expect(!report.isValid)
        #expect(report.propagation.completeCount > 50)
    }

    @Test func withRepairTheOthersBringARestartedNodeUpToDate() {
        var scenario = Scenario()
        scenario.nodeCount = 5
        scenario.broadcastProtocol.antiEntropy = .push(
            every: .seconds(1), fanout: 2, relays: true)
        scenario.faults = [killing(.some(0, 3), 5_000, 9_000)]
        let report = Experiment(scenario).run()
        #expect(report.propagation.incomplete.isEmpty)
        #expect(report.isValid)
    }

    @Test(arguments: NetworkModel.Delivery.allCases)
    func aRunWhoseNodesAreAllDeadComesToItsEnd(delivery: NetworkModel.Delivery) {
        var run = FaultRun(nodeCount: 3, []) {
            $0.network.delivery = delivery
            $0.workload.rate = 20
            $0.workload.timeLimit = .seconds(10)
        }
        run.run(untilMilliseconds: 12_000)
        // By hand, so that the end of operations does not undo it.
        run.simulator.apply(.strike(.kill(.nodes(.everyone))))
        run.simulator.runToEnd()
        #expect(run.simulator.now == Instant(microseconds: 25_000_000))
        #expect(run.simulator.nodeStates == [.down, .down, .down])
        let report = run.story { if case .timedOut = $0 { "timed out" } else { nil } }
        #expect(report == Array(repeating: "25000 timed out", count: 3))
    }
}
