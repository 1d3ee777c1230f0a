import Engine
import Testing

@testable import GossipTUI

@Suite struct LogarithmicLatencyAxisTests {
    @Test(arguments: [1, 5, 20, 42, 44, 78, 160])
    func `Every latency counts for some bar, and bars and ticks fit`(columns: Int) {
        var latencies = LatencyHistogram()
        var luck = RandomStream(seed: 7, purpose: .workload)
        for _ in 0..<500 {
            latencies.record(luck.span(below: .milliseconds(300)))
            latencies.record(luck.span(below: .seconds(20)))
        }
        let axis = LogarithmicLatencyAxis(
            from: latencies.minimum ?? .zero, upTo: latencies.maximum ?? .zero, columns: columns)
        #expect(axis.barCount * axis.barColumns <= columns)
        #expect(axis.bars(of: latencies).reduce(0, +) == 1_000)
        for (tick, next) in zip(axis.ticks, axis.ticks.dropFirst()) {
            guard let from = axis.column(at: tick), let to = axis.column(at: next) else {
                Issue.record("tick \(next) is off the axis")
                continue
            }
            #expect(to - from >= next.grouped.columns / 2 + tick.grouped.columns / 2)
        }
    }

    @Test(arguments: [1, 5, 10, 100] as [Int64])
    func `Whole hops of constant latency each have a bar of their own`(hop: Int64) {
        let axis = LogarithmicLatencyAxis(
            from: .milliseconds(hop), upTo: .milliseconds(9 * hop), columns: 80)
        let bars = (1...9).compactMap { axis.bar(of: .milliseconds(hop * $0)) }
        #expect(Set(bars).count == 9)
        #expect(bars == bars.sorted())
    }

    @Test func `Equal factors are equal steps, and round numbers are named`() throws {
        let axis = LogarithmicLatencyAxis(
            from: .milliseconds(10), upTo: .milliseconds(10_000), columns: 160)
        let columns = try [10, 100, 1_000, 10_000].map { try #require(axis.column(at: $0)) }
        let steps = zip(columns, columns.dropFirst()).map { $1 - $0 }
        #expect(Set(steps).count == 1)
        #expect(axis.ticks == [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000])
    }

    @Test func `What takes no time is in the first bar`() {
        let axis = LogarithmicLatencyAxis(from: .zero, upTo: .milliseconds(3), columns: 40)
        #expect(axis.bar(of: .zero) == axis.bar(of: .milliseconds(1)))
    }

    // MARK: In the pane

    private func pane(_ scale: LatencyScale, _ prediction: Prediction? = nil) -> LatencyPane {
        LatencyPane(
            snapshot: Scene.busy(), glyphs: .braille, scale: scale, prediction: prediction)
    }

    @Test func `The axis says that it is logarithmic`() {
        #expect(drawn(pane(.logarithmic), columns: 60, rows: 14).text.contains("log ms"))
        #expect(!drawn(pane(.linear), columns: 60, rows: 14).text.contains("log ms"))
        #expect(render(toggled()).text.contains("log ms"))
    }

    private func toggled() -> DashboardState {
        var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
        _ = state.action(for: "y").map { state.apply($0) }
        return state
    }

    @Test func `What theory expects is marked where bars do not hide it, and told in words`() {
        let prediction = Prediction(Scene.quiet().scenario)
        let canvas = drawn(pane(.linear, prediction), columns: 60, rows: 16)
        #expect(!canvas.cells(styled: .prediction).isEmpty)
        #expect(canvas.text.contains("┄ flood alone  p50 600  max 800 ms  56 msgs"))
        let without = drawn(pane(.linear), columns: 60, rows: 16)
        #expect(without.cells(styled: .prediction).isEmpty)
        // The bars themselves are the same ones.
        #expect(canvas.cells(styled: .bar).count > 10)
    }

    @Test func `While a fault is in force theory says nothing`() {
        var oracle = Oracle()
        var snapshot = Scene.quiet()
        func prediction() -> Prediction? {
            oracle.prediction(for: snapshot, in: TimeLine(end: snapshot.now))
        }
        #expect(prediction()?.messagesPerBroadcast == 56)
        snapshot.faults = [.kill(.one)]
        #expect(prediction() == nil)
        snapshot.faults = []
        snapshot.nodeStates[3] = .down
        #expect(prediction() == nil)
    }
}
