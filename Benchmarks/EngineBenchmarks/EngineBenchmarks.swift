import Benchmark
import Engine
import Rates

let benchmarks: @Sendable () -> Void = {
    for (nodeCount, valueCount) in [(25, 50_000), (1_000, 1_000), (1_000_000, 1)] {
        benchmarkFlood(nodeCount: nodeCount, valueCount: valueCount)
    }
    for pendingCount in [100, 10_000, 1_000_000] { benchmarkQueue(pendingCount: pendingCount) }
    benchmarkHistogram()
    for topology in [Topology.grid, .heap, .tree4] {
        benchmarkTopology(topology, nodeCount: 100_000)
    }
    benchmarkTopology(.total, nodeCount: 1_000)
}

/// The flood of `gossip-lab bench`, from the first broadcast to the last delivery.
private func benchmarkFlood(nodeCount: Int, valueCount: Int) {
    benchmark("flood, \(nodeCount) nodes", of: "deliveries") { benchmark in
        var flood = GridFlood(nodeCount: nodeCount, valueCount: valueCount)
        measureRate(of: "deliveries", in: benchmark) {
            flood.run()
            return flood.deliveryCount
        }
    }
}

/// The hold model: an event out, an event in.
private func benchmarkQueue(pendingCount: Int) {
    benchmark("event queue, \(pendingCount) pending", of: "events") { benchmark in
        var hold = QueueHold(pendingCount: pendingCount)
        measureRate(of: "events", in: benchmark) {
            hold.run(count: 1_000_000)
            return 1_000_000
        }
    }
}

private func benchmarkHistogram() {
    let latencies = (0..<1_000_000).map { TimeSpan.microseconds(Int64($0 * 7_919 % 2_000_000)) }
    benchmark("histogram, record", of: "latencies") { benchmark in
        var histogram = LatencyHistogram()
        measureRate(of: "latencies", in: benchmark) {
            for latency in latencies { histogram.record(latency) }
            return histogram.count
        }
    }
    benchmark("histogram, quantile", of: "quantiles") { benchmark in
        var histogram = LatencyHistogram()
        for latency in latencies { histogram.record(latency) }
        measureRate(of: "quantiles", in: benchmark) {
            for percent in 0...100 { blackHole(histogram.quantile(Double(percent) / 100)) }
            return 101
        }
    }
}

private func benchmarkTopology(_ topology: Topology, nodeCount: Int) {
    benchmark("topology, \(topology) of \(nodeCount)", of: "nodes") { benchmark in
        measureRate(of: "nodes", in: benchmark) {
            topology.neighbors(nodeCount: nodeCount).count
        }
    }
}
