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

    /// The statement as it stands on a command line.
    var option: String { "--fault '\(text)'" }
}
