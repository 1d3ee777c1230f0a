import TestSupport
import Testing

@testable import Engine

/// Faults by hand.
struct CommandTests {
    @Test func aFaultStruckByHandStandsUntilItIsHealed() {
        var run = FaultRun(nodeCount: 4, [])
        let faults: [Fault] = [
            .cut(.way(.some(1), .some(2))), .loss(.mutual(.some(0), .everyone), share: 0.5),
            .kill(.nodes(.some(3))), .pause(.nodes(.some(1))),
        ]
        for fault in faults { run.simulator.apply(.strike(fault)) }
        #expect(run.states(atMilliseconds: 50_000) == [.running, .paused, .running, .down])
        #expect(run.simulator.faultsInForce == faults)
        #expect(!run.simulator.blockedLinks.isEmpty)
        run.simulator.apply(.heal)
        #expect(run.simulator.faultsInForce == Array(faults.suffix(2)))
        #expect(run.simulator.blockedLinks.isEmpty)
        #expect(run.states(atMilliseconds: 50_000) == [.running, .paused, .running, .down])
        run.simulator.apply(.restart(NodeID(3)))
        run.simulator.apply(.resume(NodeID(1)))
        #expect(run.simulator.faultsInForce.isEmpty)
        #expect(run.states(atMilliseconds: 50_000).allSatisfy { $0 == .running })
        #expect(
            run.outages == [
                "0 killed n3", "0 paused n1", "50000 restarted n3", "50000 resumed n1",
            ])
    }

    @Test func healingLeavesTheScriptAloneAndTheScriptLeavesTheHandAlone() {
        let scripted = Fault.cut(.way(.some(0), .some(1)))
        let byHand = Fault.cut(.way(.some(1), .some(0)))
        var run = FaultRun(nodeCount: 2, [ScheduledFault(scripted, 1_000, 3_000)])
        run.run(untilMilliseconds: 2_000)
        run.simulator.apply(.strike(byHand))
        #expect(run.simulator.faultsInForce == [scripted, byHand])
        run.simulator.apply(.heal)
        #expect(run.simulator.faultsInForce == [scripted])
        run.simulator.apply(.strike(byHand))
        run.run(untilMilliseconds: 4_000)
        #expect(run.simulator.faultsInForce == [byHand])
    }

    @Test func aPartitionByHandTakesThePlaceOfTheCutsBeforeIt() {
        var run = FaultRun(nodeCount: 5, []) { $0.nemesis.families = [.partition] }
        run.run(untilMilliseconds: 0)
        #expect(run.simulator.faultsInForce.count == 1)
        run.simulator.apply(.strike(.cut(.way(.some(0), .some(1)))))
        run.simulator.apply(.strike(.kill(.nodes(.some(2)))))
        run.simulator.apply(.partition(.one))
        #expect(run.simulator.faultsInForce == [.kill(.nodes(.some(2))), .partition(.one)])
        run.simulator.apply(.partition(.majority))
        #expect(run.simulator.faultsInForce == [.kill(.nodes(.some(2))), .partition(.majority)])
        let sides = run.simulator.blockedLinks.sides(nodeCount: 5)
        #expect([2, 3].contains(sides.count { $0 == 0 }))
    }

    @Test func aNodeCanBeRestartedAndResumedWhateverStoppedIt() {
        var run = FaultRun(
            nodeCount: 3,
            [
                ScheduledFault(.kill(.nodes(.everyone)), 1_000, 9_000),
                ScheduledFault(.kill(.nodes(.some(1))), 2_000, 3_000),
                ScheduledFault(.pause(.nodes(.some(2))), 1_000, 9_000),
            ])
        run.run(untilMilliseconds: 2_500)
        run.simulator.apply(.restart(NodeID(1)))
        #expect(run.states(atMilliseconds: 2_500) == [.down, .running, .down])
        run.simulator.apply(.restart(NodeID(2)))
        #expect(run.states(atMilliseconds: 4_000) == [.down, .running, .paused])
        run.simulator.apply(.resume(NodeID(2)))
        #expect(run.states(atMilliseconds: 5_000) == [.down, .running, .running])
        #expect(run.simulator.faultsInForce == [.kill(.nodes(.some(0)))])
        run.simulator.apply(.resume(NodeID(0)))
        #expect(run.states(atMilliseconds: 9_000) == [.running, .running, .running])
    }

    @Test func aFaultThatStrikesNobodyIsNotInForce() {
        var run = FaultRun(nodeCount: 2, [])
        run.simulator.apply(.strike(.kill(.minorityThird)))
        run.simulator.apply(.strike(.cut(.way(.some(1), .some(1)))))
        run.simulator.apply(.strike(.partition(.minorityThird)))
        #expect(run.simulator.faultsInForce.isEmpty)
        #expect(run.outages.isEmpty)
    }

    @Test func theSnapshotShowsStatesAndFaults() {
        var scenario = Scenario.idle
        scenario.nodeCount = 4
        var run = MeasuredRun(scenario)
        #expect(run.snapshot(newest: 1).nodeStates == Array(repeating: .running, count: 4))
        run.apply(.strike(.kill(.one)))
        run.apply(.strike(.clog(.mutual(.some(0), .everyone), by: .milliseconds(500))))
        let snapshot = run.snapshot(newest: 1)
        #expect(snapshot.nodeStates.count { $0 == .down } == 1)
        let down = snapshot.nodeStates.firstIndex(of: .down) ?? 0
        #expect(snapshot.faults.map(\.description) == ["kill n\(down)", "clog 500ms n0|*"])
    }
}
