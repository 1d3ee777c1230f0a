/// How latencies are spread over their axis.
enum LatencyScale: String, CaseIterable, Hashable {
    case linear
    /// Equal steps are equal factors.
    case logarithmic
}
