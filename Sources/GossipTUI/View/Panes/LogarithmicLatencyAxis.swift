import Charts
import Engine

/// Bars that each stand for latencies longer by the same factor, so that hops and a long tail find
/// room on one axis.
///
/// A decade has 20 bars, or as many of their coarser sets as fit. The middle of a bar is a power of
/// 10^(1/20), which is within 0.3 % of every number of the row 1, 2, 5, 10 …; so multiples of a
/// constant latency up to nine lie in bars of their own, off their edges.
struct LogarithmicLatencyAxis: LatencyAxis {
    let barColumns: Int
    let barCount: Int
    private(set) var ticks: [Int] = []
    let unit = "log ms"

    /// How many bars a factor of ten has.
    private let barsPerDecade: Int
    /// Bar i stands for about 10^((first + i) / barsPerDecade) milliseconds.
    private let first: Int

    /// An axis that holds latencies from `minimum` up to `maximum` in `columns` cells, 1 or more;
    /// what is below a millisecond counts as one.
    init(from minimum: TimeSpan, upTo maximum: TimeSpan, columns: Int) {
        let widestBar = 6
        var barsPerDecade = 1
        var range = 0...0
        for choice in [20, 10, 5, 3, 2, 1] {
            barsPerDecade = choice
            // A bar more at either end, so that what is alike does not fill the picture.
            range =
                (Self.place(of: minimum, choice) - 1)...(Self.place(of: maximum, choice) + 1)
            if 2 * range.count <= columns { break }
        }
        self.barsPerDecade = barsPerDecade
        first = range.lowerBound
        barColumns = max(1, min(widestBar, columns / range.count))
        barCount = min(range.count, max(1, columns))
        ticks = apart(
            AxisScale(
                .logarithmic,
                range: max(1, minimum.milliseconds)...max(2, maximum.milliseconds * 1.05)
            ).ticks(atMost: 12).filter { $0 >= 1 }.map { Int($0) })
    }

    func bar(of latency: TimeSpan) -> Int? {
        let bar = max(0, Self.place(of: latency, barsPerDecade) - first)
        return bar < barCount ? bar : nil
    }

    func bars(of latencies: LatencyHistogram) -> [Int] {
        latencies.bars(count: barCount) { bar(of: $0) ?? barCount - 1 }
    }

    /// The bar of all decades, 0 at a millisecond, whose middle is nearest by its factor.
    private static func place(of latency: TimeSpan, _ barsPerDecade: Int) -> Int {
        Int((max(1, latency.milliseconds).log10 * Double(barsPerDecade)).rounded())
    }

    /// Those of `ticks` whose labels do not touch the one before.
    private func apart(_ ticks: [Int]) -> [Int] {
        var free = 0
        return ticks.filter { tick in
            guard let column = column(at: tick) else { return false }
            let width = tick.grouped.columns
            let start = column - (width - 1) / 2
            guard start >= free else { return false }
            free = start + width + 1
            return true
        }
    }
}

extension TimeSpan {
    fileprivate var milliseconds: Double { Double(microseconds) / 1_000 }
}
