import Engine

/// A run that somebody watched and meddled with, as far as it was seen: all that is needed to have it
/// again.
struct Session: Hashable {
    /// What was run.
    let scenario: Scenario
    /// What was asked for, and when, in order.
    let entries: [RunHistory.Entry]
    /// How far it was seen.
    let end: WatchedRun.Moment
    /// The fingerprint of the trace up to there.
    let digest: UInt64
}
