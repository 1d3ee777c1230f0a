import TestSupport
import Testing

@testable import Engine

struct WatchedRunTests {
    private static func scenario(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
        var scenario = Scenario()
        scenario.workload.timeLimit = .seconds(10)
        change(&scenario)
        return scenario
    }

    @Test func watchingChangesNothing() {
        let scenario = Self.scenario { $0.nemesis.families = [.partition, .kill] }
        var watched = WatchedRun(scenario)
        watched.run(until: .zero + .seconds(60))
        let report = Experiment(scenario).run()
        #expect(watched.digest == report.digest)
        let snapshot = watched.snapshot(newest: 0)
        #expect(snapshot.figures.traffic == report.traffic)
    }

    @Test func ofVeryManyMessagesSomeStandForAll() {
        var run = WatchedRun(
            Self.scenario {
                $0.topology = .total
                $0.nodeCount = 400
                $0.workload.rate = 0
                $0.network.delivery = .ideal
            })
        run.apply(.broadcast(at: NodeID(7)))
        run.run(until: .zero + .milliseconds(50))
        var snapshot = run.snapshot(newest: 0)
        #expect(snapshot.messages.count == 399 && snapshot.omittedMessageCount == 0)
        run.run(until: .zero + .milliseconds(150))
        snapshot = run.snapshot(newest: 0)
        // Each of the others sends it on to all but itself and the first one.
        #expect(snapshot.messages.count + snapshot.omittedMessageCount == 399 * 398)
        #expect((30_000...ClusterSnapshot.mostMessages).contains(snapshot.messages.count))
        #expect(Set(snapshot.messages.map(\.source)).count == 399)
    }

    @Test func loadsAddUpToTheTraffic() {
        var run = WatchedRun(Self.scenario())
        run.run(until: .zero + .seconds(5))
        let traffic = run.snapshot(newest: 0).figures.traffic
        #expect(run.loads.reduce(0) { $0 + $1.sentCount } == traffic.serverSendCount)
        #expect(run.loads.reduce(0) { $0 + $1.receivedCount } == traffic.serverReceiveCount)
        run.apply(.setTopology(.star))
        #expect(run.loads == Array(repeating: NodeLoad(), count: 25))
        run.run(until: .zero + .seconds(8))
        let hub = run.loads[0].messageCount
        #expect(run.loads.dropFirst().allSatisfy { $0.messageCount < hub })
    }

    @Test(arguments: Topology.allCases)
    func aValueComesOverAsManyHopsAsItIsFarAway(topology: Topology) throws {
        var run = WatchedRun(
            Self.scenario {
                $0.topology = topology
                $0.workload.rate = 0
                $0.network.delivery = .ideal
            })
        let origin = NodeID(7)
        run.apply(.broadcast(at: origin))
        run.run(until: .zero + .seconds(9))
        let arrivals = try #require(run.arrivals(of: ValueID(0)))
        #expect(arrivals.origin == origin)
        let latest = arrivals.latest(nodeCount: 25)
        let neighbors = topology.neighbors(nodeCount: 25).map { $0.map(\.index) }
        let distances = Graph.distances(from: origin.index, neighbors: neighbors)
        for (node, distance) in distances.enumerated() {
            #expect(latest[node]?.hop == distance)
            #expect(
                latest[node]?.arrival.at
                    == distance.map { .zero + .milliseconds(Int64(100 * $0)) })
        }
        #expect(run.arrivals(of: ValueID(1)) == nil)
    }

    @Test func aNodeThatForgotAValueArrivesAgain() throws {
        var run = WatchedRun(
            Self.scenario {
                $0.workload.rate = 0
                $0.broadcastProtocol.antiEntropy = .push(
                    every: .seconds(1), fanout: 5, relays: true)
            })
        run.apply(.broadcast(at: NodeID(0)))
        run.run(until: .zero + .seconds(2))
        run.apply(.strike(.kill(.nodes(.some(24)))))
        run.apply(.restart(NodeID(24)))
        run.run(until: .zero + .seconds(8))
        let arrivals = try #require(run.arrivals(of: ValueID(0)))
        #expect(arrivals.arrivals.count { $0.node == NodeID(24) } == 2)
        let latest = try #require(arrivals.latest(nodeCount: 25)[24])
        #expect(latest.arrival.at > .zero + .seconds(2))
        #expect(latest.arrival.kind == .repair)
        let sentAt = try #require(latest.arrival.sentAt)
        #expect(latest.arrival.at - sentAt >= .milliseconds(100) && sentAt >= .zero + .seconds(2))
        #expect(arrivals.arrivals[0].sentAt == nil && arrivals.arrivals[0].kind == nil)
        #expect(arrivals.arrivals[1].kind == .dissemination && arrivals.arrivals[1].sentAt == .zero)
    }

    // MARK: The journal

    @Test func theJournalKeepsFaultsThoughMessagesAreMany() {
        var run = WatchedRun(Self.scenario())
        run.apply(.strike(.kill(.nodes(.some(3)))))
        run.run(until: .zero + .seconds(9))
        let faults = run.journal.newest(10, of: [.faults])
        #expect(faults.map(\.event) == [.killed(NodeSet([NodeID(3)]))])
        let messages = run.journal.newest(5_000, of: [.messages])
        #expect(messages.count == Journal.capacity)
        #expect(messages.map(\.number) == messages.map(\.number).sorted())
    }

    @Test func theJournalFindsWhatConcernsANode() {
        var run = WatchedRun(Self.scenario())
        run.run(until: .zero + .seconds(3))
        let entries = run.journal.newest(40, of: Journal.Kind.allCases, about: NodeID(7))
        #expect(entries.count == 40)
        #expect(entries.allSatisfy { $0.event.concerns(NodeID(7)) })
        let all = run.journal.newest(40, of: Journal.Kind.allCases)
        #expect(!all.allSatisfy { $0.event.concerns(NodeID(7)) })
        let earlier = run.journal.newest(40, of: Journal.Kind.allCases, before: all[0].number)
        #expect(earlier.last?.number == all[0].number - 1)
        // Without gaps: whatever happened is in some kind.
        #expect(zip(all, all.dropFirst()).allSatisfy { $1.number == $0.number + 1 })
    }
}
