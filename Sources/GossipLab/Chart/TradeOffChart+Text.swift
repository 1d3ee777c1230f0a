extension TradeOffChart {
    /// The chart in characters, `columns` wide at most; in ASCII alone unless `isUTF8`.
    func text(columns: Int, isUTF8: Bool) -> String {
        guard !points.isEmpty else { return "no combination has the figures for a chart" }
        return TextChart(self, columns: columns, signs: isUTF8 ? .unicode : .ascii)
            .lines.joined(separator: "\n")
    }
}
