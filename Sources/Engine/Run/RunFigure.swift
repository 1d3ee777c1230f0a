/// A figure of a run of which it is worth knowing the mean over many seeds.
public enum RunFigure: Hashable, Sendable {
    case messagesPerOperation
    case messagesPerBroadcast
    /// Per second of the nodes' life.
    case messagesPerSecond
    /// Bytes between nodes, as the messages would be on Maelstrom's wire.
    case bytesPerOperation
    /// From accepting a value until the last node has it, at a share of the run's values; ms.
    case propagation(share: Double)
    /// Maelstrom's estimate of the same; ms.
    case stable(share: Double)
    /// Values that Maelstrom's checker calls lost.
    case lostCount
    /// Values that some node lacks at the end.
    case incompleteCount

    /// Every figure, in the order of reports.
    public static let all: [RunFigure] =
        [.messagesPerOperation, .messagesPerBroadcast, .messagesPerSecond, .bytesPerOperation]
        + Quantiles<Int>.shares.map { .propagation(share: $0) }
        + Quantiles<Int>.shares.map { .stable(share: $0) }
        + [.lostCount, .incompleteCount]

    /// The figure in `report`; nil where the run had nothing to measure it by.
    public func value(in report: RunReport) -> Double? {
        switch self {
        case .messagesPerOperation: report.traffic.messagesPerOperation
        case .messagesPerBroadcast: report.traffic.messagesPerBroadcast
        case .messagesPerSecond: report.messagesPerSecond
        case .bytesPerOperation: report.traffic.bytesPerOperation
        case .propagation(let share): report.propagation.latencies[share]?.inMilliseconds
        case .stable(let share):
            Quantiles(sorted: report.workload.stableLatencies)[share].map(Double.init)
        case .lostCount: Double(report.workload.lostCount)
        case .incompleteCount: Double(report.propagation.incomplete.count)
        }
    }
}
