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

    /// What `report` came to.
    public init(_ report: RunReport) {
        seed = report.scenario.seed
        digest = report.digest
        isValid = report.isValid
        figures = RunFigure.all.map { $0.value(in: report) }
    }
}
