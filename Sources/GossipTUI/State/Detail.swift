/// What the pane of details is about, one at a time.
enum Detail: CaseIterable, Hashable {
    /// All messages under way.
    case inFlight
    /// The selected node.
    case node
    /// The way of the selected value.
    case value
    /// Messages per node.
    case load
    /// Latency against messages.
    case tradeOff
    /// What happened lately.
    case log

    /// What its tab is called.
    var tabName: String {
        switch self {
        case .inFlight: "flight"
        case .node: "node"
        case .value: "value"
        case .load: "load"
        case .tradeOff: "trade"
        case .log: "log"
        }
    }
}
