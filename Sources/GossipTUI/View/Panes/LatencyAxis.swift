import Engine

/// How latencies lie on a row of cells, in bars of equal width.
protocol LatencyAxis {
    /// How wide a bar is, in cells.
    var barColumns: Int { get }
    var barCount: Int { get }
    /// The latencies that are named, in whole milliseconds, ascending; their labels do not touch.
    var ticks: [Int] { get }
    /// What the latencies are in, and how they are spread.
    var unit: String { get }
    /// The bar that stands for `latency`; nil beyond the last one.
    func bar(of latency: TimeSpan) -> Int?
    /// The cell at `milliseconds`; nil beyond the last bar.
    func column(at milliseconds: Int) -> Int?
    /// How many of `latencies` each bar stands for.
    func bars(of latencies: LatencyHistogram) -> [Int]
}

extension LatencyAxis {
    /// The middle of the bar.
    func column(at milliseconds: Int) -> Int? {
        bar(of: .milliseconds(Int64(milliseconds))).map { $0 * barColumns + (barColumns - 1) / 2 }
    }
}
