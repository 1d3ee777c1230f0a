import TestSupport
import Testing

@testable import Engine

struct CutTests {
    @Test func aCutStopsWhatIsSentAndWhatArrivesBetweenItsStartAndItsEnd() {
        var run = FaultRun(
            nodeCount: 3, [ScheduledFault(.cut(.way(.some(1), .some(2))), 1_000, 2_000)])
        // n1 sends on to n2 what it gets after 100 ms.
        run.broadcast(at: 0, times: [500, 850, 1_500, 1_850, 1_950])
        run.run(untilMilliseconds: 5_000)
        #expect(run.learnings(of: 1).count == 5)
        #expect(run.learnings(of: 2) == ["700 0", "2150 4"])
        #expect(run.drops(.cut) == ["1050 n1>n2", "1600 n1>n2", "1950 n1>n2"])
        #expect(run.traffic.cutCount == 3)
        let cuts = run.story { event in
            switch event {
            case .partitioned: "cut"
            case .healed: "healed"
            default: nil
            }
        }
        #expect(cuts == ["1000 cut", "2000 healed"])
    }

    @Test func aOneWayCutLetsTheOtherWayPass() {
        var run = FaultRun(nodeCount: 3, [ScheduledFault(.cut(.way(.everyone, .some(2))), 0, nil)])
        run.broadcast(at: 2, times: [1_000])
        run.broadcast(at: 0, times: [2_000])
        run.run(untilMilliseconds: 3_000)
        #expect(run.learnings(of: 0) == ["1200 0", "2000 1"])
        #expect(run.learnings(of: 2) == ["1000 0"])
        #expect(run.simulator.blockedLinks.sides(nodeCount: 3) == [0, 0, 1])
    }

    @Test func aCutOfOneLinkLeavesAllOthersAlone() {
        var run = FaultRun(
            nodeCount: 4, [ScheduledFault(.cut(.mutual(.some(0), .some(3))), 0, nil)]
        ) {
            $0.topology = .total
        }
        run.broadcast(at: 0, times: [0])
        run.run(untilMilliseconds: 1_000)
        // n3 hears of it from n1, and tells n0 as little as n0 told it.
        #expect(run.learnings(of: 3) == ["200 0"])
        #expect(run.drops(.cut) == ["0 n0>n3", "200 n3>n0"])
        #expect(run.simulator.blockedLinks.sides(nodeCount: 4) == [0, 0, 0, 0])
    }

    @Test func whatTwoCutsBlockIsBlockedUntilBothHaveEnded() {
        let near = LinkGroup.way(.some(0), .some(1))
        let far = LinkGroup.mutual(.some(0), .everyone)
        var run = FaultRun(
            nodeCount: 3,
            [ScheduledFault(.cut(near), 1_000, 3_000), ScheduledFault(.cut(far), 2_000, 4_000)])
        let links = (0..<3).flatMap { source in (0..<3).map { (NodeID(source), NodeID($0)) } }
        let standing: [(Int64, [LinkGroup])] = [
            (500, []), (1_500, [near]), (2_500, [near, far]), (3_500, [far]), (4_500, []),
        ]
        for (time, groups) in standing {
            run.run(untilMilliseconds: time)
            for (source, destination) in links {
                let isCut = run.simulator.blockedLinks.contains(from: source, to: destination)
                let isExpected = groups.contains { $0.contains(from: source, to: destination) }
                #expect(isCut == isExpected, "\(source)>\(destination) at \(time) ms")
            }
        }
        #expect(run.simulator.blockedLinks.isEmpty)
    }

    @Test func twoCutsThatTouchLeaveNoMomentBetweenThem() {
        let links = LinkGroup.mutual(.some(0), .some(1))
        var run = FaultRun(
            nodeCount: 2,
            [ScheduledFault(.cut(links), 1_000, 2_000), ScheduledFault(.cut(links), 2_000, 3_000)])
        run.run(untilMilliseconds: 4_000)
        #expect(run.story { $0 == .healed ? "healed" : nil } == ["3000 healed"])
    }

    @Test(arguments: PartitionKind.allCases)
    func aScriptedPartitionStandsFromStartToEnd(kind: PartitionKind) {
        var run = FaultRun(nodeCount: 9, [ScheduledFault(.partition(kind), 1_000, 2_000)])
        run.run(untilMilliseconds: 999)
        #expect(run.simulator.blockedLinks.isEmpty)
        run.run(untilMilliseconds: 1_000)
        #expect(!run.simulator.blockedLinks.isEmpty)
        #expect(run.simulator.faultsInForce == [.partition(kind)])
        run.run(untilMilliseconds: 2_000)
        #expect(run.simulator.blockedLinks.isEmpty)
        #expect(run.simulator.faultsInForce.isEmpty)
    }

    @Test func onMaelstromsNetworkACutStopsWhatItsReceiverWouldTake() {
        var run = FaultRun(
            nodeCount: 2, [ScheduledFault(.cut(.way(.some(0), .some(1))), 150, 1_000)]
        ) {
            $0.network.delivery = .maelstrom
        }
        // The first is taken at once; the second when the first is delivered, at 110 ms; the third
        // at 200 ms.
        run.broadcast(at: 0, times: [10, 100, 140, 1_050])
        run.run(untilMilliseconds: 2_000)
        #expect(run.learnings(of: 1) == ["110 0", "200 1", "1150 3"])
        #expect(run.drops(.cut) == ["200 n0>n1"])
    }

    @Test func aCutWithoutAnEndIsHealedWhenClientsStop() {
        var run = FaultRun(
            nodeCount: 3,
            [
                ScheduledFault(.cut(.mutual(.some(1), .everyone)), 500, nil),
                ScheduledFault(.cut(.mutual(.some(2), .everyone)), 500, 9_000),
                ScheduledFault(.cut(.mutual(.some(0), .everyone)), 3_000, nil),
            ]
        ) {
            $0.workload.timeLimit = .seconds(2)
        }
        run.simulator.runToEnd()
        let story = run.story { event in
            switch event {
            case .partitioned: "cut"
            case .healed: "healed"
            case .entered(let phase): phase.rawValue
            default: nil
            }
        }
        #expect(
            story == [
                "500 cut", "500 cut", "2000 healed", "2000 recovering", "12000 finished",
            ])
    }
}
