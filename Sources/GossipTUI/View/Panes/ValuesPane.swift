import Engine

/// Which node has which of the newest values: a row per node, a column per value, newest last.
///
/// ```
///  n0  ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■·■··
///  n1  ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■··
/// ```
///
/// With fewer rows than nodes, half blocks show two nodes a row; with fewer still, shades show the
/// share of several nodes.
struct ValuesPane: Pane {
    let snapshot: ClusterSnapshot
    let glyphs: GlyphSet

    private var nodeCount: Int { snapshot.scenario.nodeCount }

    var title: String {
        guard snapshot.valueCount > 0 else { return "values" }
        return "values ── who knows the newest, ■ has \(lacks) lacks"
    }

    func summary(within columns: Int) -> StyledText {
        guard snapshot.valueCount > 0 else { return .faint("none broadcast yet") }
        let recent = snapshot.recentValues
        let incomplete = recent.count { $0.holderCount < nodeCount }
        return .joining(
            [
                .figure(snapshot.valueCount.grouped) + .label(" broadcast"),
                incomplete == 0
                    ? StyledText("all known to all", .informed)
                    : StyledText("\(incomplete.grouped) not known to all", .partlyInformed),
                .faint("of the newest \(recent.count.grouped)"),
            ], within: columns)
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
        let nameColumns = NodeID(nodeCount - 1).description.columns + 1
        let values = snapshot.recentValues.suffix(max(0, area.columns - nameColumns))
        for (row, first) in stride(from: 0, to: nodeCount, by: nodesPerRow).enumerated() {
            let nodes = (first..<min(first + nodesPerRow, nodeCount))
            canvas.write(
                NodeID(first).description, column: area.column, row: area.row + row, style: .label,
                width: area.columns)
            for (offset, value) in values.enumerated() {
                canvas[area.column + nameColumns + offset, area.row + row] = cell(
                    of: value, at: nodes, nodesPerRow: nodesPerRow)
            }
        }
    }

    /// One value at one row's nodes.
    private func cell(of value: ValueSpread, at nodes: Range<Int>, nodesPerRow: Int) -> Cell {
        let holders = nodes.count { value.holders.contains(NodeID($0)) }
        guard holders > 0 else { return Cell(glyph: lacks, style: .missing) }
        let style: Style = value.holderCount == nodeCount ? .informed : .partlyInformed
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
