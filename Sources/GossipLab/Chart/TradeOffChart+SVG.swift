extension TradeOffChart {
    /// The chart as an SVG document.
    var svg: String { SVGChart(self).document }
}
