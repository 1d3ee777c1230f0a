import Engine
import Testing

@testable import GossipTUI

@Suite struct LinearLatencyAxisTests {
    private static let maxima: [Int64] = [0, 1, 7, 99, 100, 640, 796, 800, 2_380, 9_999, 123_456]

    @Test(arguments: [1, 5, 20, 42, 44, 78, 160])
    func `The maximum has a bar, bars fit, and ticks are round and apart`(columns: Int) {
        for maximum in Self.maxima {
            let axis = LinearLatencyAxis(upTo: .milliseconds(maximum), columns: columns)
            #expect(axis.barCount * axis.barColumns <= columns)
            #expect(axis.column(at: Int(maximum)) != nil, "\(maximum) in \(columns)")
            #expect(axis.tickMilliseconds % axis.barMilliseconds == 0)
            for (tick, next) in zip(axis.ticks, axis.ticks.dropFirst()) {
                guard let from = axis.column(at: tick), let to = axis.column(at: next) else {
                    Issue.record("tick \(next) is off the axis")
                    continue
                }
                #expect(to - from >= next.grouped.columns + 1)
            }
            for round in [axis.barMilliseconds, axis.tickMilliseconds] {
                let first = "\(round)".first
                #expect(first == "1" || first == "2" || first == "5")
                #expect("\(round)".dropFirst().allSatisfy { $0 == "0" })
            }
        }
    }

    @Test func `Four digits at 44 columns are labelled every 1,000`() {
        let axis = LinearLatencyAxis(upTo: .milliseconds(2_600), columns: 44)
        #expect(axis.barMilliseconds == 200)
        #expect(axis.ticks == [0, 1_000, 2_000])
    }

    @Test func `Whole hops of constant latency each have a bar of their own, on its tick`() {
        var latencies = LatencyHistogram()
        for (hops, count) in [(4, 3), (7, 5), (8, 2)] {
            for _ in 0..<count { latencies.record(.milliseconds(Int64(hops * 100))) }
        }
        let axis = LinearLatencyAxis(upTo: .milliseconds(800), columns: 44)
        let bars = axis.bars(of: latencies)
        #expect(axis.barMilliseconds == 50)
        #expect(bars.enumerated().filter { $0.element > 0 }.map(\.offset) == [8, 14, 16])
        #expect(bars[8] == 3 && bars[14] == 5 && bars[16] == 2)
    }

    @Test func `Every latency counts for some bar`() {
        var latencies = LatencyHistogram()
        var luck = RandomStream(seed: 7, purpose: .workload)
        for _ in 0..<1_000 { latencies.record(luck.span(below: .milliseconds(1_234))) }
        for columns in [20, 33, 60, 100] {
            let axis = LinearLatencyAxis(upTo: latencies.maximum ?? .zero, columns: columns)
            #expect(axis.bars(of: latencies).reduce(0, +) == 1_000)
        }
    }
}
