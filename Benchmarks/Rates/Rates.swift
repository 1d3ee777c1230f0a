public import Benchmark

/// A benchmark whose result is how many `things` a second its body handles.
public func benchmark(
    _ name: String, of things: String, body: @escaping @Sendable (Benchmark) -> Void
) {
    Benchmark(
        name,
        configuration: .init(
            metrics: [rate(of: things), .peakMemoryResident], warmupIterations: 1,
            maxDuration: .seconds(5), maxIterations: 100),
        closure: body)
}

/// Times `work`, which returns how many `things` it handled.
public func measureRate(of things: String, in benchmark: Benchmark, work: () -> Int) {
    let start = ContinuousClock.now
    benchmark.startMeasurement()
    let count = work()
    benchmark.stopMeasurement()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    benchmark.measurement(rate(of: things), Int(Double(count) / seconds))
}

private func rate(of things: String) -> BenchmarkMetric {
    .custom("\(things)/s", polarity: .prefersLarger, useScalingFactor: false)
}
