/// What is kept of one run among many.
public struct RunOutcome: Hashable, Sendable {
    /// The seed that the run was made with.
    public let seed: UInt64
    /// The fingerprint of the run's trace.
    public let digest: UInt64
    /// Whether every value reached every node and Maelstrom would accept the run.
    public let isValid: Bool
    /// Entry i belongs to entry i of `RunFigure.all`; nil where there was nothing to measure.
    let figures: [Double?]

    /// A run with these facts; `value` says each figure, nil where there was nothing to measure.
    public init(
        seed: UInt64, digest: UInt64, isValid: Bool, value: (RunFigure) -> Double?
    ) {
        self.seed = seed
        self.digest = digest
        self.isValid = isValid
        figures = RunFigure.all.map(value)
    }

    /// What `report` came to.
    public init(_ report: RunReport) {
        seed = report.scenario.seed
        digest = report.digest
        isValid = report.isValid
        figures = RunFigure.all.map { $0.value(in: report) }
    }
    /// The run's `figure`, one of `RunFigure.all`; nil where there was nothing to measure.
    public subscript(figure: RunFigure) -> Double? {
        RunFigure.all.firstIndex(of: figure).flatMap { figures[$0] }
    }

    /// Whether the run is valid and stays below all of `limits`.
    public func isWithin(_ limits: ChallengeLimits) -> Bool {
        guard isValid, let messages = self[.messagesPerOperation],
            let median = self[.stable(share: 0.5)], let maximum = self[.stable(share: 1)]
        else { return false }
        return messages < limits.messagesPerOperation && median < limits.median.inMilliseconds
            && maximum < limits.maximum.inMilliseconds
    }
}
