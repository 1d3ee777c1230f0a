/// Where labels are in a picture, and what they must not cover; y grows downwards.
struct LabelSpace {
    struct Point: Equatable {
        var x: Double
        var y: Double
    }

    struct Box: Equatable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double

        /// Whether the two have more than an edge in common.
        func overlaps(_ other: Box) -> Bool {
            x < other.x + other.width && other.x < x + width
                && y < other.y + other.height && other.y < y + height
        }

        /// Whether all of `other` is in it.
        func contains(_ other: Box) -> Bool {
            x <= other.x && other.x + other.width <= x + width
                && y <= other.y && other.y + other.height <= y + height
        }
    }

    /// Where labels may be.
    let bounds: Box
    private var taken: [Box] = []

    /// Space in which nothing is yet.
    init(bounds: Box) {
        self.bounds = bounds
    }

    /// No label may cover `box`.
    mutating func reserve(_ box: Box) {
        taken.append(box)
    }

    /// No label may cover the line from `start` to `end`.
    mutating func reserveLine(from start: Point, to end: Point) {
        let step = 5.0
        let (width, height) = (end.x - start.x, end.y - start.y)
        let count = max(1, Int((max(width.magnitude, height.magnitude) / step).rounded(.up)))
        for part in 0...count {
            let share = Double(part) / Double(count)
            let middle = Point(x: start.x + share * width, y: start.y + share * height)
            reserve(Box(x: middle.x - 2, y: middle.y - 2, width: 4, height: 4))
        }
    }

    /// Takes the first of `boxes` that is free, and returns it; nil when none is.
    mutating func take(firstFreeOf boxes: [Box]) -> Box? {
        let free = boxes.first { box in
            bounds.contains(box) && !taken.contains { $0.overlaps(box) }
        }
        if let free { reserve(free) }
        return free
    }

    /// The boxes of this size beside `point`, the best first, `gap` away from it.
    static func boxes(
        around point: Point, width: Double, height: Double, gap: Double
    ) -> [Box] {
        let (left, right) = (point.x - gap - width, point.x + gap)
        let (above, below) = (point.y - gap - height, point.y + gap)
        let (middleX, middleY) = (point.x - width / 2, point.y - height / 2)
        return [
            (right, middleY), (middleX, above), (left, middleY), (middleX, below),
            (right, above + height / 3), (right, below - height / 3),
            (left, above + height / 3), (left, below - height / 3),
        ].map { Box(x: $0.0, y: $0.1, width: width, height: height) }
    }
}
