import Engine

/// The picture of a sweep: what each combination pays in messages for its latency, as data that a
/// text chart and an SVG draw alike.
struct TradeOffChart {
    /// A combination that has both figures.
    struct Point {
        /// The mean maximum stable latency in milliseconds, above 0 or 0.
        let latency: Double
        /// Its 95 % interval; nil for a single run.
        let latencyInterval: ClosedRange<Double>?
        /// The mean messages per operation.
        let messages: Double
        /// Its 95 % interval; nil for a single run.
        let messagesInterval: ClosedRange<Double>?
        /// Where on its line the point is, such as `50ms`; empty when there are no lines.
        let place: String
        /// What tells it from all other points, such as `tree4, 50ms`.
        let name: String
        /// Whether nobody pays less for a lower latency.
        let isOnFront: Bool
        /// Whether every value reached every node in each of its runs, and each could be measured.
        let isComparable: Bool
        /// The parts of the challenge, or `both`, for which it needs the fewest messages of all
        /// whose runs are all within the limits.
        let bestFor: [String]
    }

    /// Points that differ in one number only, by that number; a line is drawn through them.
    struct Series {
        /// What they have in common, such as `tree4`; empty when all points are in one series.
        let name: String
        let points: [Point]
    }

    let series: [Series]
    /// The option that lines run along, such as `batch-interval`; nil when every point stands
    /// alone.
    let along: String?
    /// Whether the challenge's limits and the reference curve belong into the picture.
    let isChallenge: Bool
    /// What all combinations have in common, in a line.
    let subtitle: String

    /// All points.
    var points: [Point] { series.flatMap(\.points) }

    /// The picture of `report`.
    init(_ report: SweepReport) {
        let names = SweepNames(report)
        let front = Set(report.front)
        let questions = report.questions.map { question in
            (question.name, report.cheapest(within: question.limits)?.scenario)
        }
        var order: [String] = []
        var pointsOfSeries: [String: [Point]] = [:]
        for (index, combination) in report.combinations.enumerated() {
            let latency = combination.mean(of: .stable(share: 1))
            let messages = combination.mean(of: .messagesPerOperation)
            guard let latencyMean = latency.mean, let messagesMean = messages.mean else { continue }
            let name = names.seriesName(of: combination)
            if pointsOfSeries[name] == nil { order.append(name) }
            pointsOfSeries[name, default: []].append(
                Point(
                    latency: latencyMean, latencyInterval: latency.interval,
                    messages: messagesMean, messagesInterval: messages.interval,
                    place: names.placeOnLine(of: combination), name: names.name(of: combination),
                    isOnFront: front.contains(index), isComparable: combination.isComparable,
                    bestFor: questions.filter { $0.1 == combination.scenario }.map(\.0)))
        }
        series = order.map { Series(name: $0, points: pointsOfSeries[$0] ?? []) }
        along = names.along
        isChallenge = report.isChallenge
        subtitle = [names.commonWords, Self.seedWords(of: report)].filter { !$0.isEmpty }
            .joined(separator: "; ")
    }

    private static func seedWords(of report: SweepReport) -> String {
        let counts = report.combinations.map(\.outcomes.count)
        guard let fewest = counts.min(), let most = counts.max(), most > 1 else { return "" }
        return "means of \(fewest == most ? "\(most)" : "\(fewest) to \(most)") seeds"
    }
}
