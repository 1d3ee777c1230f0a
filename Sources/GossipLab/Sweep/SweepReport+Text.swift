import Engine

extension SweepReport {
    /// The report for a person, `columns` wide at most: a table, the chart, and which combination is best.
    func text(columns: Int) -> String {
        TradeOffChart(self).text(columns: columns)
    }
}
