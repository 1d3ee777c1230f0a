import Charts
import Engine

/// A trade-off chart drawn as an SVG document.
///
/// It has no background, and tones between light and dark, so that it looks right on white and on
/// dark.
struct SVGChart {
    typealias Point = LabelSpace.Point
    typealias Box = LabelSpace.Box

    static let width = 960.0
    static let plot = Box(x: 76, y: 84, width: 860, height: 430)
    static let fontSize = 13.0
    static let noteSize = 12.0

    let chart: TradeOffChart
    let latencyAxis: AxisScale
    let messageAxis: AxisScale
    var elements: [SVGElement] = []
    var space = LabelSpace(bounds: plot)
    /// Where the next line below the plot is.
    var bottom = plot.y + plot.height + 70

    /// A picture of `chart`.
    init(_ chart: TradeOffChart) {
        self.chart = chart
        (latencyAxis, messageAxis) = chart.axes
        drawHeading()
        drawAxes()
        for limits in chart.limits.reversed() { draw(limits) }
        drawReference()
        for place in chart.series.indices { drawLine(ofSeriesAt: place) }
        for place in chart.series.indices { drawPoints(ofSeriesAt: place) }
        for limits in chart.limits { label(limits) }
        labelSeries()
        labelReference()
        drawNotes()
    }

    /// How every document begins.
    static let start = "<svg "

    /// The document.
    var document: String {
        let size = "\(Self.width.fixed(0)) \(bottom.fixed(0))"
        let root = SVGElement(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(size)"),
                ("width", .number(Self.width)), ("height", .number(bottom)),
                ("font-family", "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"),
                ("font-size", .number(Self.fontSize)), ("fill", .word(SeriesStyle.ink)),
                ("role", "img"), ("aria-label", .word(Self.title)),
            ],
            content: "\n" + elements.map { "\($0)\n" }.joined())
        return "\(root)\n"
    }

    // MARK: Around the plot

    private static let title = "Messages per operation against latency"

    private mutating func drawHeading() {
        write(Self.title, at: Point(x: Self.plot.x, y: 30), size: 19, weight: "600")
        write(chart.subtitle, at: Point(x: Self.plot.x, y: 50))
        let best = chart.points.filter { !$0.bestFor.isEmpty }.map { point in
            "\(point.name) for \(point.bestFor.joined(separator: " and ")) "
                + "(\(point.messages.fixed(2)) msgs/op)"
        }
        if !best.isEmpty {
            write(
                "Best: \(best.joined(separator: ", "))", at: Point(x: Self.plot.x, y: 69),
                weight: "600")
        }
    }

    private mutating func drawAxes() {
        let (left, bottom) = (Self.plot.x, Self.plot.y + Self.plot.height)
        let right = left + Self.plot.width
        for tick in messageAxis.ticks(atMost: 8) {
            let y = point(latencyAxis.range.lowerBound, tick).y
            drawLine(from: Point(x: left, y: y), to: Point(x: right, y: y), opacity: 0.2)
            write(AxisScale.label(of: tick), at: Point(x: left - 8, y: y + 4), anchor: "end")
        }
        for tick in latencyAxis.ticks(atMost: 10) {
            let x = point(tick, messageAxis.range.lowerBound).x
            drawLine(from: Point(x: x, y: Self.plot.y), to: Point(x: x, y: bottom), opacity: 0.2)
            write(AxisScale.label(of: tick), at: Point(x: x, y: bottom + 20), anchor: "middle")
        }
        drawLine(from: Point(x: left, y: Self.plot.y), to: Point(x: left, y: bottom))
        drawLine(from: Point(x: left, y: bottom), to: Point(x: right, y: bottom))
        write(
            "maximum stable latency, ms", at: Point(x: left + Self.plot.width / 2, y: bottom + 42),
            anchor: "middle")
        elements.append(
            SVGElement(
                "text",
                [
                    (
                        "transform",
                        "translate(22 \((Self.plot.y + Self.plot.height / 2).fixed(0))) rotate(-90)"
                    ),
                    ("text-anchor", "middle"),
                ], content: "messages per operation"))
    }

    /// What the signs mean, and what the parts of the challenge ask for.
    private mutating func drawNotes() {
        var notes: [String] = []
        if chart.points.contains(where: \.isOnFront) {
            notes.append("Large: on the front, no other pays less for a lower latency.")
        }
        if chart.points.contains(where: { $0.messagesInterval != nil }) {
            notes.append("Bars: 95 % intervals.")
        }
        if !chart.points.allSatisfy(\.isComparable) {
            notes.append("Crosses: values were lost or not measured; at an edge, beyond it.")
        }
        if !referencePoints.isEmpty {
            notes.append("The reference is about true latencies, which are never lower.")
        }
        let parts = chart.limits.map { limits in
            "\(limits.name): below \(limits.messagesPerOperation.fixed(0)) msgs/op, "
                + "median below \(limits.median.inMilliseconds.fixed(0)) ms, "
                + "maximum below \(limits.maximum.inMilliseconds.fixed(0)) ms."
        }
        if chart.points.contains(where: { !$0.bestFor.isEmpty }) {
            notes.insert("Ringed: fewest messages with every run within the limits.", at: 0)
        }
        let text = (parts + notes).joined(separator: " ")
        let columns = Int(Self.plot.width / Self.textWidth("x", size: Self.noteSize))
        for line in text.wrapped(to: columns) {
            write(line, at: Point(x: Self.plot.x, y: bottom), size: Self.noteSize)
            bottom += 18
        }
    }

    // MARK: Challenge and reference

    private mutating func draw(_ limits: ChallengeLimits) {
        let corner = point(limits.maximum.inMilliseconds, limits.messagesPerOperation)
        let (left, bottom) = (Self.plot.x, Self.plot.y + Self.plot.height)
        let edge = left.fixed(1)
        let box = "M\(edge) \(corner.y.fixed(1))H\(corner.x.fixed(1))V\(bottom.fixed(1))H\(edge)Z"
        elements.append(SVGElement("path", [("d", .word(box)), ("fill-opacity", "0.09")]))
        drawLine(from: Point(x: left, y: corner.y), to: corner, dashes: "5 4")
        drawLine(from: corner, to: Point(x: corner.x, y: bottom), dashes: "5 4")
        space.reserveLine(from: Point(x: left, y: corner.y), to: corner)
        space.reserveLine(from: corner, to: Point(x: corner.x, y: bottom))
    }

    /// The reference curve as far as it is in the picture.
    var referencePoints: [Point] {
        stride(from: 0.0, through: 1, by: 1 / 200).compactMap { share -> Point? in
            let latency = latencyAxis.value(at: share)
            guard let messages = chart.reference(within: latency),
                messageAxis.range.contains(messages)
            else { return nil }
            return point(latency, messages)
        }
    }

    private mutating func drawReference() {
        let points = referencePoints
        // The curve has gaps where it is beaten.
        for (start, end) in zip(points, points.dropFirst()) where end.x - start.x < 6 {
            drawLine(from: start, to: end, width: 1.5)
            space.reserveLine(from: start, to: end)
        }
    }

    // MARK: Strokes and letters

    func point(_ point: TradeOffChart.Point) -> Point {
        self.point(point.latency, point.messages)
    }

    func point(_ latency: Double, _ messages: Double) -> Point {
        Point(
            x: Self.plot.x + latencyAxis.position(of: latency) * Self.plot.width,
            y: Self.plot.y + (1 - messageAxis.position(of: messages)) * Self.plot.height)
    }

    mutating func drawLine(
        from start: Point, to end: Point, color: String = SeriesStyle.ink, width: Double = 1,
        opacity: Double = 1, dashes: String? = nil
    ) {
        var attributes: [(String, SVGElement.Value)] = [
            ("x1", .number(start.x)), ("y1", .number(start.y)), ("x2", .number(end.x)),
            ("y2", .number(end.y)), ("stroke", .word(color)), ("stroke-width", .number(width)),
        ]
        if opacity < 1 { attributes.append(("stroke-opacity", .word(opacity.fixed(2)))) }
        if let dashes { attributes.append(("stroke-dasharray", .word(dashes))) }
        elements.append(SVGElement("line", attributes))
    }

    mutating func write(
        _ text: String, at start: Point, size: Double = fontSize, weight: String = "400",
        anchor: String = "start", color: String = SeriesStyle.ink
    ) {
        var attributes: [(String, SVGElement.Value)] = [
            ("x", .number(start.x)), ("y", .number(start.y)), ("font-size", .number(size)),
        ]
        if weight != "400" { attributes.append(("font-weight", .word(weight))) }
        if anchor != "start" { attributes.append(("text-anchor", .word(anchor))) }
        if color != SeriesStyle.ink { attributes.append(("fill", .word(color))) }
        elements.append(SVGElement("text", attributes, content: text.escapedForXML))
    }

    /// About how wide `text` is; fonts differ.
    static func textWidth(_ text: String, size: Double) -> Double {
        Double(text.count) * size * 0.57
    }
}
