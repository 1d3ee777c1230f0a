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
}

extension Double {
    /// A share as JSON's names have it: `0`, `0.5`, `1`.
    package var shareText: String { Int(exactly: self).map { "\($0)" } ?? "\(self)" }
}
