import Testing

/// What independent runs measured, held against exact expectations.
struct Sample {
    let values: [Double]

    var mean: Double { values.reduce(0, +) / Double(values.count) }

    /// The unbiased estimate of the variance.
    var variance: Double {
        let mean = mean
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }

    /// Four standard errors of the mean, when one value has `variance`.
    func tolerance(variance: Double) -> Double {
        4 * (variance / Double(values.count)).squareRoot()
    }

    /// Expects the mean within four standard errors of `range`, which may have uncertain ends.
    func expectMean(
        in range: ClosedRange<Double>, variance: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let tolerance = tolerance(variance: variance)
        let (lowest, highest) = (range.lowerBound, range.upperBound)
        let expected = lowest == highest ? "\(lowest)" : "\(lowest) to \(highest)"
        #expect(
            lowest - tolerance <= mean && mean <= highest + tolerance,
            "mean \(mean) of \(values.count) runs, expected \(expected), standard error \(tolerance / 4)",
            sourceLocation: sourceLocation)
    }

    /// Expects the mean within four standard errors of `expected`.
    func expectMean(
        _ expected: Double, variance: Double, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectMean(in: expected...expected, variance: variance, sourceLocation: sourceLocation)
    }
}
