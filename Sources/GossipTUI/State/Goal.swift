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

extension StepUnit {
    /// No step on to an event goes beyond this, nor one back; nodes that wait for longer have most
    /// likely nothing to send.
    static let longestSearch = TimeSpan.seconds(30)

    /// Where a step of this length from `instant` leads.
    func goal(from instant: Instant) -> Goal {
        switch self {
        case .time(let span): Goal(limit: instant + span)
        default: Goal(milestone: milestone, limit: instant + Self.longestSearch)
        }
    }

    /// What the step leads to; nil for a time.
    var milestone: WatchedRun.Milestone? {
        switch self {
        case .event: .event
        case .delivery: .delivery
        case .batch: .batch
        case .time: nil
        }
    }
}

extension WatchedRun.Milestone {
    /// What people call it.
    var name: String {
        switch self {
        case .event: "event"
        case .delivery: "delivery"
        case .batch: "batch"
        }
    }
}
