import TestSupport
import Testing

@testable import Engine

/// What a snapshot says will become of messages, against what did.
struct FateTests {
    /// The opening of the challenge's grid, run to 2 s; the snapshot there; and the trace of the
    /// same cluster for as long after it as anything then under way can take, without new faults.
    private func fatesAndEnds(
        _ delivery: NetworkModel.Delivery, _ faults: [Fault]
    ) -> (fates: [InFlightMessage.Fate: [Int]], ends: [Int: [String]]) {
        var scenario = Scenario()
        scenario.network.delivery = delivery
        scenario.network.latency.distribution = .exponential
        scenario.workload.timeLimit = nil
        scenario.faults = faults.map { ScheduledFault($0, 1_990, nil) }
        let instant = Instant(microseconds: 2_000_000)
        var measured = Simulator(scenario, sink: Measurements(nodeCount: scenario.nodeCount))
        measured.run(until: instant)
        var fates: [InFlightMessage.Fate: [Int]] = [:]
        for message in measured.snapshot(newest: 8).messages {
            fates[message.fate, default: []].append(message.number)
        }
        var traced = Simulator(scenario, sink: RecordedTrace())
        traced.run(until: instant + .seconds(8))
        var ends: [Int: [String]] = [:]
        for entry in traced.sink.entries where entry.instant > instant {
            switch entry.event {
            case .delivered(let envelope): ends[envelope.number, default: []].append("delivered")
            case .dropped(let envelope, let reason):
                ends[envelope.number, default: []].append("\(reason)")
            default: break
            }
        }
        return (fates, ends)
    }

    @Test(arguments: NetworkModel.Delivery.allCases)
    func messagesEndAsTheSnapshotSays(delivery: NetworkModel.Delivery) throws {
        let (fates, ends) = fatesAndEnds(
            delivery,
            [
                .partition(.majority), .kill(.nodes(.some(3, 17))),
                .pause(.nodes(.some(8, 12))),
            ])
        let expected: [InFlightMessage.Fate: [String]?] = [
            .arrives: ["delivered"], .lost: ["down"], .cut: ["cut"], .waits: nil,
        ]
        for (fate, end) in expected {
            let numbers = try #require(fates[fate], "no message that \(fate)")
            let wrong = numbers.filter { ends[$0] != end }
            #expect(wrong.isEmpty, "\(wrong) of \(numbers.count) that \(fate)")
        }
    }

    @Test func whatAReceiverTookBeforeACutIsNotMarkedAsCut() {
        var scenario = Scenario.idle
        scenario.nodeCount = 2
        scenario.topology = .line
        let fates = NetworkModel.Delivery.allCases.map { delivery in
            scenario.network.delivery = delivery
            var run = MeasuredRun(scenario)
            run.apply(.broadcast(at: NodeID(0)))
            run.run(until: Instant(microseconds: 10_000))
            run.apply(.broadcast(at: NodeID(0)))
            run.run(until: run.now)
            run.apply(.partition(.one))
            return run.snapshot(newest: 8).messages.map(\.fate)
        }
        #expect(fates == [[.arrives, .cut], [.cut, .cut]])
    }
}
