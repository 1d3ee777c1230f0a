import Engine

extension TraceEvent {
    /// What the event is called in a trace.
    var name: String {
        switch self {
        case .sent: "sent"
        case .delivered: "delivered"
        case .dropped: "dropped"
        case .duplicated: "duplicated"
        case .learned: "learned"
        case .invoked: "invoked"
        case .completed: "completed"
        case .timedOut: "timed-out"
        case .topologyChanged: "topology-changed"
        case .protocolChanged: "protocol-changed"
        case .networkChanged: "network-changed"
        case .rateChanged: "rate-changed"
        case .nemesisChanged: "nemesis-changed"
        case .partitioned: "partitioned"
        case .healed: "healed"
        case .impaired: "impaired"
        case .killed: "killed"
        case .restarted: "restarted"
        case .paused: "paused"
        case .resumed: "resumed"
        case .entered: "entered"
        }
    }
}
