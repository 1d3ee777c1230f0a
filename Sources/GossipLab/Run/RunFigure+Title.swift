import Charts
import Engine

extension RunFigure {
    /// The figure's name for a person.
    var title: String {
        switch self {
        case .messagesPerOperation: "msgs/op"
        case .messagesPerBroadcast: "messages per broadcast"
        case .messagesPerSecond: "messages per second"
        case .bytesPerOperation: "bytes/op"
        case .propagation(let share): "propagation \(share.shareTitle), ms"
        case .stable(let share): "stable \(share.shareTitle), ms"
        case .lostCount: "lost values"
        case .incompleteCount: "incomplete values"
        }
    }
}

extension Double {
    /// A share as a person says it: `min`, `p50`, `max`.
    var shareTitle: String {
        switch self {
        case 0: "min"
        case 1: "max"
        default: "p\((self * 100).fixed(0))"
        }
    }
}
