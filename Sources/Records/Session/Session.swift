public import Engine

/// A run that somebody watched and meddled with, as far as it was seen: all that is needed to have
/// it again.
public struct Session: Hashable {
    /// What was run.
    public let scenario: Scenario
    /// What was asked for, and when, in order.
    public let entries: [RunHistory.Entry]
    /// How far it was seen.
    public let end: WatchedRun.Moment
    /// The fingerprint of the trace up to there.
    public let digest: UInt64

    /// What was seen of a run of `scenario`, up to `end`.
    public init(
        scenario: Scenario, entries: [RunHistory.Entry], end: WatchedRun.Moment, digest: UInt64
    ) {
        self.scenario = scenario
        self.entries = entries
        self.end = end
        self.digest = digest
    }

    /// The run again, at the end of the session.
    public var history: RunHistory { RunHistory(scenario, repeating: entries, to: end) }
}
