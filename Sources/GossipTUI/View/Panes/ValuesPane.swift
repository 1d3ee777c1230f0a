import Engine

/// Which node has which of the newest values: a row per node, a column per value, newest last.
///
/// ```
///  n0  ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■·■··
///  n1  ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■··
/// ```
///
/// A node that is down has a flat line, a paused one its sign before its row. With fewer rows than
/// nodes, half blocks show two nodes a row; with fewer still, shades show the share of several
/// nodes. Such a row is named after its first node, or the first that is down, or else paused.
struct ValuesPane: Pane {
    let snapshot: ClusterSnapshot
    let glyphs: GlyphSet
    /// The values to show in place of the newest ones; nil for these.
    var older: [ValueSpread]?
    /// The value whose column is marked; nil for none.
    var selected: ValueID?

    private var nodeCount: Int { snapshot.scenario.nodeCount }

    private var liveCount: Int { snapshot.nodeStates.count { $0 != .down } }

    var title: String {
        guard snapshot.valueCount > 0 else { return "values" }
        if let last = older?.last?.value {
            return "values ── up to \(last) of \(snapshot.valueCount - 1), PgDn for newer"
        }
        return "values ── who knows the newest, ■ has \(lacks) lacks"
    }

    /// The values in an area so wide, oldest first.
    private func shown(in columns: Int) -> ArraySlice<ValueSpread> {
        (older ?? snapshot.recentValues).suffix(max(0, columns - nameColumns))
    }

    private var nameColumns: Int { NodeID(max(0, nodeCount - 1)).description.columns + 1 }

    /// The value whose column is at a place of an area; nil for none.
    func value(atColumn column: Int, in area: Rect) -> ValueID? {
        let values = shown(in: area.columns)
        let place = column - area.column - nameColumns
        return place >= 0 && place < values.count ? values[values.startIndex + place].value : nil
    }

    func summary(within columns: Int) -> StyledText {
        guard snapshot.valueCount > 0 else { return .faint("none broadcast yet") }
        return .joining(
            [
                .figure(snapshot.valueCount.grouped) + .label(" broadcast"), spread,
                .faint("of the newest \(snapshot.recentValues.count.grouped)"),
            ], within: columns)
    }

    /// How many of the newest values have not spread everywhere.
    private var spread: StyledText {
        let liveCount = liveCount
        guard liveCount > 0 else { return StyledText("no node is alive to know any", .crashed) }
        let all = liveCount == nodeCount ? "all" : "all live nodes"
        let incomplete = snapshot.recentValues.count { $0.holderCount < liveCount }
        return incomplete == 0
            ? StyledText("all known to \(all)", .informed)
            : StyledText("\(incomplete.grouped) not known to \(all)", .partlyInformed)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard !snapshot.recentValues.isEmpty else {
            canvas.write(
                "No value yet. Each one will be a column here, each node a row.",
                wrappedIn: area, style: .faint)
            return
        }
        guard area.rows > 0, nodeCount > 0 else { return }
        let nodesPerRow = (nodeCount + area.rows - 1) / area.rows
        let rowCount = (nodeCount + nodesPerRow - 1) / nodesPerRow
        let values = shown(in: area.columns)
        let liveCount = liveCount
        let nameColumns = nameColumns
        for row in 0..<rowCount {
            // Pairs, or else groups that are as alike as can be.
            let nodes =
                nodesPerRow <= 2
                ? row * nodesPerRow..<min((row + 1) * nodesPerRow, nodeCount)
                : row * nodeCount / rowCount..<(row + 1) * nodeCount / rowCount
            let line = Rect(
                column: area.column, row: area.row + row, columns: area.columns, rows: 1)
            drawName(of: nodes, nameColumns: nameColumns, on: &canvas, in: line)
            let isDown = nodes.allSatisfy { snapshot.nodeStates[$0] == .down }
            for (offset, value) in values.enumerated() {
                let style: Style =
                    value.value == selected
                    ? .followed : value.holderCount == liveCount ? .informed : .partlyInformed
                canvas[line.column + nameColumns + offset, line.row] =
                    isDown
                    ? Cell(glyph: "─", style: .crashed)
                    : cell(of: value, at: nodes, nodesPerRow: nodesPerRow, style: style)
            }
        }
    }

    /// The name of a row, and the sign of what ails its nodes.
    private func drawName(
        of nodes: Range<Int>, nameColumns: Int, on canvas: inout Canvas, in line: Rect
    ) {
        let states = snapshot.nodeStates
        let ailing =
            nodes.first { states[$0] == .down } ?? nodes.first { states[$0] == .paused }
        let sign = ailing.flatMap { states[$0].sign(in: ClusterGlyphs(glyphs)) }
        canvas.write(
            NodeID(ailing ?? nodes.lowerBound).description, column: line.column, row: line.row,
            style: sign?.style ?? .label, width: line.columns)
        if let sign, nameColumns <= line.columns {
            canvas[line.column + nameColumns - 1, line.row] = sign
        }
    }

    /// One value at one row's nodes; `style` says whether it is complete.
    private func cell(
        of value: ValueSpread, at nodes: Range<Int>, nodesPerRow: Int, style: Style
    ) -> Cell {
        let holders = nodes.count { value.holders.contains(NodeID($0)) }
        guard holders > 0 else {
            return Cell(glyph: lacks, style: style == .followed ? style : .missing)
        }
        switch nodesPerRow {
        case 1: return Cell(glyph: "■", style: style)
        case 2: return Cell(glyph: Self.halves(value, at: nodes, holders: holders), style: style)
        default:
            let shades: [Unicode.Scalar] = ["░", "▒", "▓", "█"]
            let level = holders == nodes.count ? 3 : min(2, holders * 3 / nodes.count)
            return Cell(glyph: shades[level], style: style)
        }
    }

    /// Two nodes, one above the other; a last one on its own is the upper half.
    private static func halves(_ value: ValueSpread, at nodes: Range<Int>, holders: Int)
        -> Unicode.Scalar
    {
        if holders == 2 { return "█" }
        return value.holders.contains(NodeID(nodes.lowerBound)) ? "▀" : "▄"
    }

    /// What marks a value that is missing.
    private var lacks: Unicode.Scalar { glyphs == .ascii ? "." : "·" }
}
