extension TradeOffChart {
    /// The chart in characters, `columns` wide at most.
    func text(columns: Int) -> String {
        points.map { "\($0.name) \($0.latency) \($0.messages)" }.joined(separator: "\n")
    }
}
