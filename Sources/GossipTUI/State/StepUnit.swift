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
