import Engine
import Testing

struct TracedRunTests {
    /// A scenario in which every kind of fault strikes.
    private static func beset(_ delivery: NetworkModel.Delivery = .maelstrom) -> Scenario {
        var scenario = Preset.blogHeapBatched.scenario
        scenario.network.delivery = delivery
        scenario.network.latency.distribution = .exponential
        scenario.nemesis.families = Nemesis.Family.allCases
        scenario.nemesis.interval = .milliseconds(300)
        scenario.workload.timeLimit = .seconds(2)
        return scenario
    }

    private static func pieces(of run: TracedRun) -> [[RecordedTrace.Entry]] {
        var run = run
        var pieces: [[RecordedTrace.Entry]] = []
        while let piece = run.next() { pieces.append(piece) }
        return pieces
    }

    @Test(arguments: [
        Preset.maelstromGrid.scenario, Preset.blogFaultTolerant.scenario, beset(), beset(.ideal),
    ])
    func itIsTheRunThatAnExperimentMeasures(scenario: Scenario) {
        var run = TracedRun(scenario)
        var counts: [String: Int] = [:]
        while let piece = run.next() {
            for entry in piece {
                switch entry.event {
                case .sent: counts["sent", default: 0] += 1
                case .delivered: counts["delivered", default: 0] += 1
                case .invoked: counts["invoked", default: 0] += 1
                default: break
                }
            }
        }
        let report = Experiment(scenario).run()
        #expect(run.digest == report.digest)
        #expect(run.now.sinceStart == report.duration)
        #expect(counts["sent"] == report.traffic.serverSendCount)
        #expect(counts["delivered"] == report.traffic.serverReceiveCount)
        #expect(counts["invoked"] == report.traffic.operationCount)
    }

    @Test(arguments: [1, 7, 4_096, 10_000_000])
    func thePiecesAreTogetherTheWholeTrace(length: Int) {
        let scenario = Self.beset()
        var simulator = Simulator(scenario, sink: RecordedTrace())
        simulator.runToEnd()
        let pieces = Self.pieces(of: TracedRun(scenario, pieceLength: length))
        #expect(Array(pieces.joined()) == simulator.sink.entries)
        // Only the last piece is short, for something happens in most steps here.
        #expect(pieces.dropLast().allSatisfy { $0.count >= length })
    }

    @Test func theProgressIsThatOfWhatWasHandedOut() {
        var run = TracedRun(Self.beset(), pieceLength: 100)
        var shares = [run.progress.share]
        var count = 0
        #expect(run.progress.eventCount == 0)
        while let piece = run.next() {
            count += piece.count
            shares.append(run.progress.share)
            #expect(run.progress.eventCount == count)
        }
        #expect(shares == shares.sorted())
        #expect(shares.first == 0 && shares.last == 1)
        #expect(run.next() == nil)
    }

    @Test func whoeverWaitsWhileNothingHappensIsAskedNowAndThen() {
        var scenario = Scenario()
        scenario.workload.rate = 0
        scenario.workload.timeLimit = .seconds(5)
        // 25 timers that fire a thousand times a second, for nothing.
        scenario.broadcastProtocol.batching = .every(.milliseconds(1), sendsEmpty: false)
        let pieces = Self.pieces(of: TracedRun(scenario))
        #expect(pieces.count { $0.isEmpty } >= 2)
        #expect(pieces.joined().count == 2 + 2 * 25)
    }
}
