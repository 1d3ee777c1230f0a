import Engine

/// Where a step leads, or a seek beyond what has been seen; the way there may take a while.
struct Goal: Hashable {
    /// What ends it; nil for its limit alone.
    var milestone: WatchedRun.Milestone?
    /// Where it ends in any case.
    let limit: Instant
    /// Whether time passes on from there.
    var isPlayedOn = false
}
