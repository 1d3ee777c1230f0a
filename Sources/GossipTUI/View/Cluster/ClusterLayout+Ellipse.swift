#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The shapes that stand on an ellipse, names outside it.
extension ClusterLayout.Room {
    /// All nodes on the ellipse, `n0` at the top, clockwise.
    func ellipse() -> [Place] {
        guard nodeCount > 1 else { return [center] }
        return (0..<nodeCount).map { onEllipse($0, of: nodeCount) }
    }

    /// `n0` in the middle, the others around it.
    func star() -> [Place] {
        guard nodeCount > 1 else { return [center] }
        return [center] + (0..<nodeCount - 1).map { onEllipse($0, of: nodeCount - 1) }
    }

    private var center: Place {
        Place(point: Point(column: columns / 2, row: rows / 2))
    }

    private func onEllipse(_ index: Int, of count: Int) -> Place {
        let angle = 2 * Double.pi * Double(index) / Double(count)
        let middle = Double(columns - 1) / 2
        let height = Double(rows - 1) / 2
        let mark = 1
        let outside = Double(taggedNameColumns + mark)
        let width = middle > 2 * outside ? middle - outside : middle
        let point = Point(
            column: Int((middle + width * sin(angle)).rounded()),
            row: Int((height - height * cos(angle)).rounded()))
        return Place(point: point, nameSide: 2 * index <= count ? .right : .left)
    }
}
