import Charts

/// What was measured: lines, points and their intervals.
extension SVGChart {
    mutating func drawLine(ofSeriesAt place: Int) {
        guard chart.along != nil else { return }
        let points = chart.series[place].points.map(point)
        let color = SeriesStyle(place: place).color
        for (start, end) in zip(points, points.dropFirst()) {
            drawLine(from: start, to: end, color: color, width: 1.8, opacity: 0.75)
            space.reserveLine(from: start, to: end)
        }
    }

    mutating func drawPoints(ofSeriesAt place: Int) {
        let style = SeriesStyle(place: place)
        for point in chart.series[place].points {
            let middle = self.point(point)
            drawIntervals(of: point, in: style.color)
            let radius = point.isOnFront ? 5.5 : 3.2
            if !point.bestFor.isEmpty { drawRing(around: middle, in: style.color) }
            let shape =
                point.isComparable
                ? style.shape(at: middle, radius: radius).description : Self.cross(middle)
            elements.append(
                SVGElement(
                    "g", [("fill", .word(style.color)), ("stroke", .word(style.color))],
                    content: "<title>\(Self.summary(of: point).escapedForXML)</title>\(shape)"))
            space.reserve(
                Box(
                    x: middle.x - radius, y: middle.y - radius, width: 2 * radius,
                    height: 2 * radius))
        }
    }

    private mutating func drawIntervals(of point: TradeOffChart.Point, in color: String) {
        if let interval = point.latencyInterval {
            let start = self.point(interval.lowerBound, point.messages)
            let end = self.point(interval.upperBound, point.messages)
            drawLine(from: start, to: end, color: color)
            space.reserveLine(from: start, to: end)
        }
        if let interval = point.messagesInterval {
            drawLine(
                from: self.point(point.latency, interval.lowerBound),
                to: self.point(point.latency, interval.upperBound), color: color)
        }
    }

    private mutating func drawRing(around middle: Point, in color: String) {
        elements.append(
            SVGElement(
                "circle",
                [
                    ("cx", .number(middle.x)), ("cy", .number(middle.y)), ("r", "11"),
                    ("fill", "none"), ("stroke", .word(color)), ("stroke-width", "2"),
                ]))
        space.reserve(Box(x: middle.x - 11, y: middle.y - 11, width: 22, height: 22))
    }

    private static func cross(_ middle: Point) -> String {
        let (x, y) = (middle.x.fixed(1), middle.y.fixed(1))
        return "<path d=\"M\(x) \(y)m-4 -4l8 8m0 -8l-8 8\"/>"
    }

    private static func summary(of point: TradeOffChart.Point) -> String {
        "\(point.name): \(point.messages.fixed(2)) msgs/op, \(point.latency.fixed(0)) ms"
    }
}
