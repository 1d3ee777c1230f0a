import TestSupport
import Testing

@testable import Engine

/// Loss, duplication and delays of some links only.
struct ImpairmentTests {
    /// The counts after 2,000 messages from n0 to n1 under `faults`.
    private func traffic(_ faults: [Fault], seed: UInt64 = 1) -> TrafficCounts {
        var run = FaultRun(nodeCount: 2, faults.map { ScheduledFault($0, 0, nil) }) {
            $0.seed = seed
        }
        run.broadcast(at: 0, times: (1...2_000).map { Int64($0) })
        run.run(untilMilliseconds: 10_000)
        return run.traffic
    }

    private let there = LinkGroup.way(.some(0), .some(1))

    @Test(arguments: [([0.3], 0.3), ([0.5, 0.5], 0.75), ([0.1, 0.2, 0.5], 0.64)])
    func aLinkLosesTheShareItIsToldAndLossesCombineIndependently(shares: [Double], lost: Double) {
        let traffic = traffic(shares.map { .loss(there, share: $0) })
        #expect(traffic.serverSendCount == 2_000)
        let share = Double(traffic.lostCount) / 2_000
        let error = (lost * (1 - lost) / 2_000).squareRoot()
        #expect(abs(share - lost) < 4 * error, "\(share) lost, standard error \(error)")
        #expect(traffic.serverReceiveCount == 2_000 - traffic.lostCount)
    }

    @Test func aShareOfOneLosesAllAndAShareOfZeroNothing() {
        #expect(traffic([.loss(there, share: 1)]).lostCount == 2_000)
        #expect(traffic([.loss(there, share: 0)]).lostCount == 0)
    }

    @Test func onlyTheNamedLinksAreImpaired() {
        let back = LinkGroup.way(.some(1), .some(0))
        #expect(traffic([.loss(back, share: 1), .duplication(back, share: 1)]).lostCount == 0)
        #expect(traffic([.duplication(back, share: 1)]).duplicateCount == 0)
    }

    @Test func aDuplicateIsReceivedTwiceYetSentOnce() {
        let traffic = traffic([.duplication(there, share: 1), .duplication(there, share: 1)])
        #expect(traffic.serverSendCount == 2_000)
        #expect(traffic.duplicateCount == 2_000)
        #expect(traffic.serverReceiveCount == 4_000)
        #expect(traffic.usefulCopies == 2_000)
    }

    @Test func aLinkDuplicatesTheShareItIsTold() {
        let traffic = traffic([.duplication(there, share: 0.25)])
        let share = Double(traffic.duplicateCount) / 2_000
        let error = (0.25 * 0.75 / 2_000).squareRoot()
        #expect(abs(share - 0.25) < 4 * error, "\(share) doubled, standard error \(error)")
        #expect(traffic.serverReceiveCount == 2_000 + traffic.duplicateCount)
    }

    @Test func anImpairmentBeginsAndEndsInTime() {
        var run = FaultRun(
            nodeCount: 2, [ScheduledFault(.loss(there, share: 1), 1_000, 2_000)])
        run.broadcast(at: 0, times: [999, 1_000, 1_999, 2_000])
        run.run(untilMilliseconds: 5_000)
        #expect(run.learnings(of: 1) == ["1099 0", "2100 3"])
        #expect(run.drops(.lost) == ["1000 n0>n1", "1999 n0>n1"])
        let changes = run.story { event in
            guard case .impaired(let faults) = event else { return nil }
            return "\(faults)"
        }
        #expect(changes == ["1000 [loss 1.0 n0>n1]", "2000 []"])
    }

    @Test func aClogDelaysWhatIsSentWhileItStandsByExactlyItsLength() {
        var run = FaultRun(
            nodeCount: 2,
            [
                ScheduledFault(.clog(there, by: .milliseconds(250)), 1_000, 3_000),
                ScheduledFault(.clog(.mutual(.some(1), .everyone), by: .seconds(1)), 2_000, 3_000),
            ])
        run.broadcast(at: 0, times: [900, 1_500, 2_500, 3_000])
        run.broadcast(at: 1, times: [4_000])
        run.run(untilMilliseconds: 9_000)
        // The one sent at 3 s, when all is over, overtakes the one before.
        #expect(run.learnings(of: 1) == ["1000 0", "1850 1", "3100 3", "3850 2", "4000 4"])
    }

    @Test func aClogDelaysADuplicateToo() {
        var run = FaultRun(
            nodeCount: 2,
            [
                ScheduledFault(.clog(there, by: .milliseconds(250)), 0, nil),
                ScheduledFault(.duplication(there, share: 1), 0, nil),
            ])
        run.broadcast(at: 0, times: [0])
        run.run(untilMilliseconds: 9_000)
        let arrivals = run.story { event in
            if case .delivered = event { "delivered" } else { nil }
        }
        #expect(arrivals == ["350 delivered", "350 delivered"])
    }

    @Test func duplicatesLeaveTheLuckOfAllOtherMessagesAlone() {
        func arrivals(_ faults: [ScheduledFault]) -> [Int: [Instant]] {
            var run = FaultRun(nodeCount: 2, faults) {
                $0.network.latency.distribution = .exponential
                $0.network.loss = 0.2
            }
            run.broadcast(at: 0, times: (0..<200).map { Int64($0) })
            run.run(untilMilliseconds: 10_000)
            var arrivals: [Int: [Instant]] = [:]
            for entry in run.simulator.sink.trace.entries {
                guard case .delivered(let envelope) = entry.event else { continue }
                arrivals[envelope.number, default: []].append(entry.instant)
            }
            return arrivals
        }
        let plain = arrivals([])
        let doubled = arrivals([ScheduledFault(.duplication(there, share: 0.5), 0, nil)])
        #expect(plain.keys == doubled.keys && plain.count < 200)
        for (number, instants) in plain {
            #expect(Set(instants).isSubset(of: doubled[number] ?? []), "message \(number)")
        }
        #expect(doubled.values.contains { $0.count == 2 && $0[0] != $0[1] })
    }
}
