import Charts

/// How a series looks in a picture: a colour and a shape, so that neither alone tells it.
struct SeriesStyle {
    /// The shape of a point.
    enum Marker: CaseIterable {
        case circle
        case square
        case diamond
        case triangle
    }

    /// As `#rrggbb`.
    let color: String
    let marker: Marker

    /// What text and axes are drawn in.
    ///
    /// This and the colours have a relative luminance of 0.19, so their contrast is above 4 both on
    /// white and on near black.
    static let ink = "#787878"

    static let colors = [
        "#1577e0", "#ba5f02", "#048b3f", "#cd3f9b", "#8a5ce6", "#0c858b", "#dd3b33", "#7c7c02",
    ]

    /// The style of the series at `place` among all.
    init(place: Int) {
        color = Self.colors[place % Self.colors.count]
        // When the colours come again, it is with other shapes.
        marker = Marker.allCases[(place + place / Self.colors.count) % Marker.allCases.count]
    }

    /// The shape around `center`, `radius` from its middle to its edge.
    func shape(at center: LabelSpace.Point, radius: Double) -> SVGElement {
        let (x, y) = (center.x, center.y)
        switch marker {
        case .circle:
            return SVGElement(
                "circle", [("cx", .number(x)), ("cy", .number(y)), ("r", .number(radius))])
        case .square:
            let side = radius * 1.8
            return SVGElement(
                "rect",
                [
                    ("x", .number(x - side / 2)), ("y", .number(y - side / 2)),
                    ("width", .number(side)), ("height", .number(side)),
                ])
        case .diamond:
            return Self.polygon([
                (x, y - radius * 1.3), (x + radius * 1.3, y), (x, y + radius * 1.3),
                (x - radius * 1.3, y),
            ])
        case .triangle:
            return Self.polygon([
                (x, y - radius * 1.2), (x + radius * 1.2, y + radius),
                (x - radius * 1.2, y + radius),
            ])
        }
    }

    private static func polygon(_ corners: [(Double, Double)]) -> SVGElement {
        let points = corners.map { "\($0.0.fixed(1)),\($0.1.fixed(1))" }.joined(separator: " ")
        return SVGElement("polygon", [("points", .word(points))])
    }
}
