import TestSupport
import Testing

@testable import Engine

struct SpreadLedgerTests {
    /// A ledger of `nodeCount` nodes of which `holders` learned value 0, the first from a client at
    /// 0 ms, each other from the one before, 10 ms later.
    private func ledger(nodeCount: Int, heldBy holders: Int...) -> SpreadLedger {
        var ledger = SpreadLedger(nodeCount: nodeCount)
        for (place, node) in holders.enumerated() {
            let source = place == 0 ? nil : NodeID(holders[place - 1])
            _ = ledger.learn(
                ValueID(0), at: NodeID(node), from: source, instant: Self.time(10 * place))
        }
        return ledger
    }

    private static func time(_ milliseconds: Int) -> Instant {
        Instant(microseconds: Int64(milliseconds) * 1_000)
    }

    private func set(_ nodes: Int...) -> NodeSet { NodeSet(nodes.map(NodeID.init)) }

    @Test func theCrashOfTheOnlyNodeThatLackedAValueCompletesIt() {
        var ledger = ledger(nodeCount: 3, heldBy: 0, 1)
        #expect(ledger.latencies.isEmpty)
        let complete = ledger.crash(set(2), at: Self.time(70))
        #expect(complete.map(\.value) == [ValueID(0)])
        #expect(complete.map(\.latency) == [.milliseconds(70)])
        #expect(ledger.isComplete(ValueID(0)))
        #expect(ledger.incomplete == [ValueID(0)], "n2 lacks it all the same")
        ledger.restart(set(2))
        #expect(!ledger.isComplete(ValueID(0)))
        #expect(
            ledger.learn(ValueID(0), at: NodeID(2), from: NodeID(1), instant: Self.time(90)) == nil)
        #expect(ledger.latencies == [.milliseconds(70)], "fixed for good")
        #expect(ledger.incomplete.isEmpty && ledger.completeCount == 1)
    }

    @Test func nothingIsCompletedByTheCrashOfItsLastHolderWithTheNodeThatLackedIt() {
        var ledger = ledger(nodeCount: 2, heldBy: 1)
        #expect(ledger.crash(set(0, 1), at: Self.time(50)).isEmpty)
        ledger.restart(set(0, 1))
        #expect(ledger.latencies.isEmpty)
        #expect(ledger.incomplete == [ValueID(0)], "nobody holds it any more")
        #expect(ledger.spread(of: ValueID(0)).holderCount == 0)
        #expect(ledger.spread(of: ValueID(0)).origin == NodeID(1))
    }

    @Test func hopsAreForgottenInACrashAndCountedAnewAfterwards() {
        var ledger = ledger(nodeCount: 4, heldBy: 0, 1, 2)
        _ = ledger.crash(set(2), at: Self.time(50))
        #expect(ledger.hops(of: ValueID(0), to: NodeID(2)) == nil)
        #expect(ledger.lastDeliveryHop(of: ValueID(0)) == 1)
        // What it sent before it crashed still counts from where it was.
        _ = ledger.learn(ValueID(0), at: NodeID(3), from: NodeID(2), instant: Self.time(60))
        #expect(ledger.hops(of: ValueID(0), to: NodeID(3)) == 3)
        ledger.restart(set(2))
        _ = ledger.learn(ValueID(0), at: NodeID(2), from: NodeID(0), instant: Self.time(70))
        #expect(ledger.hops(of: ValueID(0), to: NodeID(2)) == 1)
    }

    @Test func aValueThatReachedNobodyIsNeitherCompleteNorIncomplete() {
        var ledger = SpreadLedger(nodeCount: 1)
        _ = ledger.learn(ValueID(1), at: NodeID(0), from: nil, instant: .zero)
        #expect(ledger.valueCount == 2)
        #expect(!ledger.isAccepted(ValueID(0)))
        #expect(ledger.incomplete.isEmpty)
        #expect(ledger.completeCount == 1)
    }

    /// A line of idle nodes.
    private static func line(nodeCount: Int) -> MeasuredRun {
        var scenario = Scenario.idle
        scenario.nodeCount = nodeCount
        scenario.topology = .line
        scenario.network.delivery = .ideal
        return MeasuredRun(scenario)
    }

    @Test func theOldestIncompleteValueIsTheOldestThatALiveNodeLacks() {
        var run = Self.line(nodeCount: 2)
        func age(atMilliseconds milliseconds: Int) -> TimeSpan? {
            run.run(until: Self.time(milliseconds))
            return run.snapshot(newest: 1).figures.oldestIncompleteAge
        }
        run.apply(.broadcast(at: NodeID(0)))
        #expect(age(atMilliseconds: 60) == .milliseconds(60))
        run.apply(.strike(.kill(.nodes(.some(1)))))
        #expect(age(atMilliseconds: 80) == nil)
        run.apply(.broadcast(at: NodeID(0)))
        #expect(age(atMilliseconds: 300) == nil)
        run.apply(.restart(NodeID(1)))
        #expect(age(atMilliseconds: 500) == .milliseconds(500))
        #expect(run.snapshot(newest: 1).figures.propagation.count == 2)
        run.apply(.setTopology(.ring))
        #expect(age(atMilliseconds: 600) == nil, "the figures have started anew")
        run.apply(.strike(.kill(.nodes(.everyone))))
        #expect(age(atMilliseconds: 700) == nil)
    }

    @Test func theSlowestValueTookLongestOrHasWaitedForLonger() {
        var run = Self.line(nodeCount: 3)
        func slowest(atMilliseconds milliseconds: Int) -> ValueID? {
            run.run(until: Self.time(milliseconds))
            return run.snapshot(newest: 1).figures.slowestValue
        }
        #expect(slowest(atMilliseconds: 10) == nil)
        run.apply(.broadcast(at: NodeID(1)))
        #expect(slowest(atMilliseconds: 200) == ValueID(0))
        run.apply(.broadcast(at: NodeID(0)))
        #expect(slowest(atMilliseconds: 290) == ValueID(0))
        #expect(slowest(atMilliseconds: 310) == ValueID(1), "it has waited for longer")
        run.apply(.broadcast(at: NodeID(1)))
        #expect(slowest(atMilliseconds: 600) == ValueID(1))
        run.apply(.setTopology(.star))
        #expect(slowest(atMilliseconds: 700) == nil, "the figures have started anew")
    }

    @Test func whereAllComeAtOnceTheFirstIsTheSlowest() {
        var run = Self.line(nodeCount: 1)
        run.apply(.broadcast(at: NodeID(0)))
        run.run(until: Self.time(50))
        run.apply(.broadcast(at: NodeID(0)))
        run.run(until: Self.time(100))
        #expect(run.snapshot(newest: 1).figures.slowestValue == ValueID(0))
    }
}
