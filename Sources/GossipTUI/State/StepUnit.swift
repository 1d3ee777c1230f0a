import Engine

/// How far a step goes.
enum StepUnit: Hashable {
    case event
    case delivery
    case batch
    case time(TimeSpan)

    /// What the key for units goes through.
    static let all: [StepUnit] = [
        .event, .delivery, .batch, .time(.milliseconds(10)), .time(.milliseconds(100)),
        .time(.seconds(1)),
    ]

    /// The unit as people write it: `event`, `100ms`.
    var name: String {
        switch self {
        case .time(let span): "\(span)"
        case .event, .delivery, .batch: milestone?.name ?? ""
        }
    }
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
