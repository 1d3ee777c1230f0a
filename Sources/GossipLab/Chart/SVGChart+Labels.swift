import Charts
import Engine

/// Names beside what they name, where there is room.
extension SVGChart {
    /// Names of series first, then where on their lines the points are, the front's before others.
    mutating func labelSeries() {
        var unnamed: [Int] = []
        for (place, series) in chart.series.enumerated() where !series.name.isEmpty {
            let ends = [series.points.last, series.points.first].compactMap(\.self).map(point)
            let isNamed = label(
                series.name, around: ends, color: SeriesStyle(place: place).color, weight: "600")
            if !isNamed { unnamed.append(place) }
        }
        for isOnFront in [true, false] {
            for (place, series) in chart.series.enumerated() {
                for point in series.points where point.isOnFront == isOnFront {
                    label(point, color: SeriesStyle(place: place).color)
                }
            }
        }
        drawKey(ofSeriesAt: unnamed)
    }

    private mutating func label(_ point: TradeOffChart.Point, color: String) {
        if point.place.isEmpty { return }
        let isBest = !point.bestFor.isEmpty
        label(
            point.place, around: [self.point(point)], color: color,
            weight: isBest ? "600" : "400", size: isBest ? 13 : 11, gap: isBest ? 14 : 8)
    }

    /// The names of the parts, within the boxes if there is room.
    mutating func label(_ limits: ChallengeLimits) {
        let corner = point(limits.maximum.inMilliseconds, limits.messagesPerOperation)
        let width = Self.textWidth(limits.name, size: Self.fontSize)
        let ends = [corner.x - width - 7, Self.plot.x + 7, corner.x + 7]
        let boxes = ends.map {
            Box(x: $0, y: corner.y + 5, width: width, height: Self.fontSize * 1.1)
        }
        guard let box = space.take(firstFreeOf: boxes) else { return }
        write(limits.name, at: Point(x: box.x, y: box.y + Self.fontSize * 0.9), weight: "600")
    }

    /// The name of the reference curve, somewhere along it.
    mutating func labelReference() {
        let points = referencePoints
        guard let first = points.first else { return }
        label(
            "reference: a well-run hub", around: points.filter { $0.x > first.x + 60 },
            color: SeriesStyle.ink, weight: "400")
    }

    private mutating func drawKey(ofSeriesAt places: [Int]) {
        var x = Self.plot.x
        for place in places {
            let name = chart.series[place].name
            let width = Self.textWidth(name, size: Self.noteSize) + 28
            if x > Self.plot.x && x + width > Self.width {
                x = Self.plot.x
                bottom += 18
            }
            let style = SeriesStyle(place: place)
            let marker = style.shape(at: Point(x: x + 5, y: bottom - 4), radius: 4.5)
            elements.append(
                SVGElement("g", [("fill", .word(style.color))], content: marker.description))
            write(name, at: Point(x: x + 14, y: bottom), size: Self.noteSize, color: style.color)
            x += width
        }
        if !places.isEmpty { bottom += 22 }
    }

    /// Writes `text` beside the first of `points` where there is room; false when there is none.
    @discardableResult
    private mutating func label(
        _ text: String, around points: [Point], color: String, weight: String,
        size: Double = fontSize, gap: Double = 8
    ) -> Bool {
        let width = Self.textWidth(text, size: size)
        let boxes = points.flatMap {
            LabelSpace.boxes(around: $0, width: width, height: size * 1.1, gap: gap)
        }
        guard let box = space.take(firstFreeOf: boxes) else { return false }
        write(
            text, at: Point(x: box.x, y: box.y + size * 0.9), size: size, weight: weight,
            color: color)
        return true
    }
}
