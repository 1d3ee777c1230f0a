import Engine

/// How a run is written down, event by event.
protocol TraceNotation {
    /// The notation for a run of `scenario`, of which nothing has been written.
    init(_ scenario: Scenario)

    /// What comes before the first event.
    var start: String { get }

    /// Appends what `entry` adds, in whole lines.
    mutating func append(_ entry: RecordedTrace.Entry, to bytes: inout [UInt8])

    /// What comes behind the last event of `run`, which has ended.
    func end(of run: TracedRun) -> String
}
