package import Engine

extension RunFigure {
    /// What a figure of a run may be; whatever else a file says was never measured.
    package static let range = 0...1e15

    /// The figure's name in JSON and CSV: the way to it in the report on one run, below `net`.
    package var name: String { path.drop { $0 == "net" }.joined(separator: ".") }

    /// The keys that lead to the figure in the JSON report on one run.
    package var path: [String] {
        switch self {
        case .messagesPerOperation: ["net", "servers", "msgs-per-op"]
        case .messagesPerBroadcast: ["net", "servers", "msgs-per-broadcast"]
        case .messagesPerSecond: ["net", "servers", "msgs-per-second"]
        case .bytesPerOperation: ["net", "servers", "bytes-per-op"]
        case .propagation(let share): ["propagation", "latencies", share.shareText]
        case .stable(let share): ["workload", "stable-latencies", share.shareText]
        case .lostCount: ["workload", "lost-count"]
        case .incompleteCount: ["propagation", "incomplete-count"]
        }
    }

    /// The figure's name for a person.
    package var title: String {
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
    /// A share as JSON's names have it: `0`, `0.5`, `1`.
    package var shareText: String { Int(exactly: self).map { "\($0)" } ?? "\(self)" }

    /// A share as a person says it: `min`, `p50`, `max`.
    package var shareTitle: String {
        switch self {
        case 0: "min"
        case 1: "max"
        default: "p\((self * 100).fixed(0))"
        }
    }
}
