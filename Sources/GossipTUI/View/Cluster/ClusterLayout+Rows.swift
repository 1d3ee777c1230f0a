import Engine

/// The shapes that stand in straight rows.
extension ClusterLayout.Room {
    typealias Place = ClusterLayout.Place

    /// Rows of as many nodes as the topology's rows have, the last one ragged.
    func grid() -> [Place] {
        inRows(of: Topology.gridSide(nodeCount: nodeCount))
    }

    /// One row where names and links fit; else rows that run to and fro, each node next to the one
    /// before.
    func serpentine() -> [Place] {
        let link = 3
        let pitch = 1 + taggedNameColumns + link
        let longest = max(1, (columns + link) / pitch)
        let rowCount = min(rows, (nodeCount + longest - 1) / longest)
        let perRow = (nodeCount + rowCount - 1) / rowCount
        return inRows(of: perRow, turning: true)
    }

    /// Rows to and fro that fill the picture, about as dense across as down.
    func field() -> [Place] {
        var perRow = 1
        while 2 * rows * perRow * perRow < nodeCount * columns { perRow += 1 }
        let rowCount = min(rows, (nodeCount + perRow - 1) / perRow)
        let step = max(1, (rows - 1) / max(1, rowCount - 1))
        let fullCount = (rows - 1) / step + 1
        return inRows(of: (nodeCount + fullCount - 1) / fullCount, turning: true)
    }

    /// Rows of `length` nodes, left to right; every other one right to left when `turning`.
    private func inRows(of length: Int, turning: Bool = false) -> [Place] {
        let across = columnsOfRow(length)
        let down = Self.evenly((nodeCount + length - 1) / length, over: rows)
        return (0..<nodeCount).map { index in
            let (row, place) = index.quotientAndRemainder(dividingBy: length)
            let isTurned = turning && row % 2 == 1
            let column = across[isTurned ? length - 1 - place : place]
            return Place(point: Point(column: column, row: down[row]))
        }
    }

    /// The columns of a row of `count` nodes, with room for the last one's name if names fit at
    /// all.
    private func columnsOfRow(_ count: Int) -> [Int] {
        let namesFit = columns >= count * (taggedNameColumns + 2)
        guard namesFit || 2 * columns > 3 * count else { return Self.evenly(count, over: columns) }
        let inset = namesFit ? 1 : 0
        let width = namesFit ? columns - inset - taggedNameColumns : columns
        let (first, last) = Self.margins(count, over: Double(width))
        let step = (last - first) / Double(max(1, count - 1))
        return (0..<count).map { inset + Int((first + step * Double($0)).rounded()) }
    }

    /// `count` places in `length` cells, all equally far apart where the cells suffice.
    static func evenly(_ count: Int, over length: Int) -> [Int] {
        let (first, last) = margins(count, over: Double(length))
        guard count > 1 else { return [Int(first)] }
        guard length >= count else {
            return (0..<count).map { $0 * length / count }
        }
        let step = Int(last - first) / (count - 1)
        let start = (length - 1 - step * (count - 1)) / 2
        return (0..<count).map { start + $0 * step }
    }

    /// The first and the last of `count` places: many reach the ends, a few keep away from them.
    private static func margins(_ count: Int, over length: Double) -> (Double, Double) {
        let margin = count <= 3 ? (length / Double(max(1, count)) - 1) / 2 : 0
        return (max(0, margin), max(0, length - 1 - margin))
    }
}
