import Engine

extension ClusterLayout {
    /// This layout, in a picture of `columns` by `rows` cells, with the nodes still on their way
    /// from the places of `morph`; they set out and arrive gently.
    func comingFrom(_ morph: Morph, columns: Int, rows: Int) -> ClusterLayout {
        let former = ClusterLayout(
            topology: morph.from, nodeCount: places.count, columns: columns, rows: rows)
        let share = morph.share * morph.share * (3 - 2 * morph.share)
        func between(_ start: Int, _ end: Int) -> Int {
            start + Int((Double(end - start) * share).rounded())
        }
        return ClusterLayout(
            places: zip(former.places, places).map { start, end in
                Place(
                    point: Point(
                        column: between(start.point.column, end.point.column),
                        row: between(start.point.row, end.point.row)),
                    nameSide: end.nameSide)
            })
    }
}
