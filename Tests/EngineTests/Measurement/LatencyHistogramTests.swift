import Engine
import Testing

/// ACCEPTANCE A.7: quantiles are a sorted array's, within the stated error.
struct LatencyHistogramTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func quantilesAreTheSortedArraysWithinTheStatedError(seed: UInt64) throws {
        var random = RandomStream(seed: seed, purpose: .network)
        var histogram = LatencyHistogram()
        var latencies: [Int] = []
        for _ in 0..<5_000 {
            let magnitude = 1 << random.integer(below: 30)
            let latency = random.integer(below: magnitude)
            latencies.append(latency)
            histogram.record(.microseconds(Int64(latency)))
        }
        latencies.sort()
        for share in [0, 0.01, 0.25, 0.5, 0.95, 0.99, 0.999, 1] {
            let exact = latencies[min(latencies.count - 1, Int(5_000 * share))]
            let reported = Int(try #require(histogram.quantile(share)).microseconds)
            let error = Double(abs(exact - reported))
            #expect(error <= Double(exact) * LatencyHistogram.relativeError)
        }
        #expect(histogram.minimum?.microseconds == Int64(latencies[0]))
        #expect(histogram.maximum?.microseconds == Int64(latencies[4_999]))
    }

    @Test func latenciesThatAreAllAlikeAreReportedExactly() {
        var histogram = LatencyHistogram()
        for milliseconds in [400, 400, 400, 700, 800] {
            histogram.record(.milliseconds(Int64(milliseconds)))
        }
        #expect(histogram.quantile(0.5) == .milliseconds(400))
        #expect(histogram.quantile(0.7) == .milliseconds(700))
    }

    @Test func wholeMillisecondsAreExactWithEnoughPrecision() {
        var histogram = LatencyHistogram(precision: 13)
        for milliseconds in 1...8_000 { histogram.record(.milliseconds(Int64(milliseconds))) }
        for share in [0.05, 0.5, 0.501, 0.95, 0.9999] {
            let rank = Int(8_000 * share)
            #expect(histogram.quantile(share) == .milliseconds(Int64(rank + 1)))
        }
    }

    @Test func nothingRecordedHasNoQuantiles() {
        #expect(LatencyHistogram().quantile(0.5) == nil)
    }

    @Test func barsCountWhatLiesInTheirRangeAndTheLastOneWhatLiesBeyond() {
        var histogram = LatencyHistogram()
        for milliseconds in [0, 99, 100, 250, 399, 5_000] {
            histogram.record(.milliseconds(Int64(milliseconds)))
        }
        #expect(histogram.bars(count: 4, upTo: .milliseconds(400)) == [2, 1, 1, 2])
    }
}
