import Engine

/// How latencies lie on a row of cells: bars and ticks stand for round numbers of milliseconds.
///
/// A bar stands for what is nearest to its round number, so that latencies which are multiples of
/// one (constant latency, whole hops) do not fall on the edge between two bars.
struct LinearLatencyAxis: LatencyAxis, Hashable {
    /// What one bar spans, half of it on either side of its middle; bar i's is i times this.
    let barMilliseconds: Int
    let barColumns: Int
    let barCount: Int
    /// The distance between two ticks, a multiple of a bar.
    let tickMilliseconds: Int

    /// An axis that holds latencies up to `maximum` in `columns` cells, 1 or more.
    init(upTo maximum: TimeSpan, columns: Int) {
        let widestBar = 6
        var bar = 1
        while Self.bars(upTo: maximum, each: bar) > max(1, columns / 2) {
            bar = Self.rounder(than: bar)
        }
        barMilliseconds = bar
        barColumns = max(1, min(widestBar, columns / Self.bars(upTo: maximum, each: bar)))
        barCount = max(1, columns / barColumns)

        let labelColumns = (bar * barCount).grouped.columns + 2
        var tick = bar
        while tick % bar != 0 || tick / bar * barColumns < labelColumns {
            tick = Self.rounder(than: tick)
        }
        tickMilliseconds = tick
    }

    /// Each in the middle of a bar.
    var ticks: [Int] {
        Array(stride(from: 0, to: barMilliseconds * barCount, by: tickMilliseconds))
    }

    let unit = "ms"

    func column(at milliseconds: Int) -> Int? {
        let column = milliseconds * barColumns / barMilliseconds + (barColumns - 1) / 2
        return column < barCount * barColumns ? column : nil
    }

    func bar(of latency: TimeSpan) -> Int? {
        let bar = (Int(latency.microseconds) / (barMilliseconds * 500) + 1) / 2
        return bar < barCount ? bar : nil
    }

    func bars(of latencies: LatencyHistogram) -> [Int] {
        let limit = TimeSpan.milliseconds(Int64(barMilliseconds * barCount))
        let halves = latencies.bars(count: 2 * barCount, upTo: limit)
        return (0..<barCount).map { halves[2 * $0] + ($0 > 0 ? halves[2 * $0 - 1] : 0) }
    }

    private static func bars(upTo maximum: TimeSpan, each milliseconds: Int) -> Int {
        (Int(maximum.microseconds) / (milliseconds * 500) + 1) / 2 + 1
    }

    /// The next number of the row 1, 2, 5, 10, 20, 50 ….
    private static func rounder(than number: Int) -> Int {
        var power = 1
        while power * 10 <= number { power *= 10 }
        return switch number / power {
        case 1: 2 * power
        case 2...4: 5 * power
        default: 10 * power
        }
    }
}
