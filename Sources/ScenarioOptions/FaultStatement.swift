import Engine

/// What one `--fault` says.
struct FaultStatement: Hashable {
    /// What a statement does.
    enum Meaning: Hashable {
        /// A fault begins, and perhaps ends by itself.
        case fault(ScheduledFault)
        /// Faults that began before end at this time since the start of the run.
        case end(FaultEnd, at: TimeSpan)
    }

    /// The statement as it was written.
    let text: String
    /// What it does.
    let meaning: Meaning

    /// Whether it happens as soon as it is said, and not at a time of the run.
    let isImmediate: Bool

    /// The statement as it stands on a command line, or as a person typed it.
    var option: String { isImmediate ? text : "--fault '\(text)'" }
}
