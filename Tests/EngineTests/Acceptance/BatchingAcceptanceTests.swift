import Engine
import TestSupport
import Testing

/// ACCEPTANCE A.5 and A.6: what batching costs.
struct BatchingAcceptanceTests {
    /// Messages of each kind in the thirty seconds of a run, before the final reads.
    private func sentCounts(_ scenario: Scenario) -> (dissemination: Int, repair: Int) {
        var simulator = Simulator(scenario, sink: RecordedTrace())
        simulator.runToEnd()
        var counts = (dissemination: 0, repair: 0)
        for entry in simulator.sink.entries {
            guard case .sent(let envelope) = entry.event,
                entry.instant.sinceStart < .seconds(30)
            else { continue }
            switch envelope.message.kind {
            case .dissemination: counts.dissemination += 1
            case .repair, .request: counts.repair += 1
            }
        }
        return counts
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func emptyBatchesCostAThousandMessagesASecondForAsLongAsTheNodesLive(seed: UInt64) {
        var scenario = Preset.blogHeapBatched.scenario
        scenario.seed = seed
        let counts = sentCounts(scenario)
        #expect(counts.dissemination == 30_000)
        #expect(counts.repair == 750)
    }

    @Test func withoutEmptyBatchesTheHeapCostsLess() {
        var scenario = Preset.blogHeapBatched.scenario
        scenario.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: false)
        let counts = sentCounts(scenario)
        // A real Maelstrom run sent 18.8 messages per broadcast instead of 30.5.
        let broadcasts = Experiment(scenario).run().traffic.broadcastCount
        let perBroadcast = Double(counts.dissemination) / Double(broadcasts)
        #expect(abs(perBroadcast - 18.8) < 1.88, "\(perBroadcast) per broadcast")
        #expect(counts.repair == 750)
    }

    @Test func aBatchTickerFlushesAtTheRateThatPoissonArrivalsPredict() {
        // Rate m = 20/s and T = 50 ms: mT = 1, so (1 - 1/e) / T = 12.642 flushes a second.
        let interval = TimeSpan.milliseconds(50)
        let horizon = TimeSpan.seconds(4_000)
        var node = TickedNode(interval: interval)
        var arrivals = RandomStream(seed: 6, purpose: .workload)
        var instant = Instant.zero
        while true {
            instant = instant + .microseconds(Int64(arrivals.exponential(mean: 50_000)))
            if instant.sinceStart > horizon { break }
            node.broadcast(at: instant)
        }
        let intervals = horizon.inSeconds / interval.inSeconds
        let chance = 1 - 0.367_879_441
        let expected = intervals * chance
        let deviation = (intervals * chance * (1 - chance)).squareRoot()
        #expect(
            abs(Double(node.flushCount) - expected) < 4 * deviation,
            "\(node.flushCount) flushes, \(expected) expected, standard error \(deviation)")

        let waits = node.waits.map { $0.inMilliseconds }
        let mean = waits.reduce(0, +) / Double(waits.count)
        let meanError = 50 / 12.0.squareRoot() / Double(waits.count).squareRoot()
        #expect(abs(mean - 25) < 4 * meanError, "mean wait \(mean) ms, standard error \(meanError)")
        let inFirstFifth = Double(waits.filter { $0 < 10 }.count) / Double(waits.count)
        let shareError = (0.2 * 0.8 / Double(waits.count)).squareRoot()
        #expect(abs(inFirstFifth - 0.2) < 4 * shareError, "\(inFirstFifth) wait under 10 ms")
    }
}

/// A node with one neighbour and a host that only knows its batch timer.
private struct TickedNode {
    private var node: BroadcastNode
    private var outputs: [NodeOutput] = []
    private var deadline: Instant?
    private var pending: [Instant] = []
    private(set) var flushCount = 0
    private(set) var waits: [TimeSpan] = []

    init(interval: TimeSpan) {
        node = BroadcastNode(
            id: NodeID(0), nodeCount: 2, neighbors: [NodeID(1)],
            protocol: BroadcastProtocol(batching: .every(interval, sendsEmpty: false)),
            random: RandomStream(seed: 1, purpose: .node))
        feed(.started, at: .zero)
    }

    mutating func broadcast(at instant: Instant) {
        while let due = deadline, due <= instant { feed(.timerFired(.batch), at: due) }
        pending.append(instant)
        feed(.broadcast(ValueID(waits.count + pending.count - 1), RequestID(0)), at: instant)
    }

    private mutating func feed(_ input: NodeInput, at instant: Instant) {
        outputs.removeAll()
        node.handle(input, at: instant, into: &outputs)
        for output in outputs {
            switch output {
            case .setTimer(.batch, let newDeadline):
                deadline = newDeadline
            case .send:
                flushCount += 1
                waits += pending.map { instant - $0 }
                pending = []
            default:
                break
            }
        }
    }
}
