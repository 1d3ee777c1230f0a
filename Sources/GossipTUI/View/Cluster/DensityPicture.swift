import Engine

/// A cluster with too many nodes for one cell each: every cell stands for the nodes that have their
/// place there, and shows how many of them know one value.
///
/// So the wave of that value is seen as it goes over the cluster: a front of dots, where it is
/// about to arrive, and behind it cells that fill. Nodes that are down or paused, and cells on both
/// sides of a cut, stand out whatever they know.
struct DensityPicture {
    let snapshot: ClusterSnapshot
    let glyphs: ClusterGlyphs
    let selectedNode: NodeID
    let layout: ClusterLayout
    /// The value that is shown; nil before the first.
    let value: ValueSpread?
    private(set) var canvas: Canvas

    /// What is known of the nodes of one cell.
    private struct Block {
        var count = 0
        var holders = 0
        var state = NodeState.running
        var side = -1
        /// Whether its nodes are on several sides of a cut.
        var isDivided = false
    }

    /// None, some, half, most of a cell's nodes know the value; all of them.
    private let shades: [Unicode.Scalar]
    /// Whether the sides of a cut lie so scattered that there is no border to show.
    private var isScattered = false

    /// A picture of `columns` by `rows` cells that shows how `value`, or else the newest one, has
    /// spread.
    init(_ pane: ClusterPane, showing value: ValueID?, columns: Int, rows: Int) {
        snapshot = pane.snapshot
        glyphs = ClusterGlyphs(pane.glyphs)
        selectedNode = pane.selectedNode
        shades = [pane.glyphs == .ascii ? "." : "·", "░", "▒", "▓", "█"]
        let newest = snapshot.recentValues.last
        self.value = snapshot.recentValues.last { $0.value == value } ?? newest
        canvas = Canvas(columns: columns, rows: rows)
        layout = ClusterLayout(
            topology: snapshot.scenario.topology, nodeCount: snapshot.neighbors.count,
            columns: columns, rows: rows)
        drawBlocks()
        drawFront()
        // In other shapes nodes that stand apart have nothing to do with each other.
        if snapshot.scenario.topology == .grid { closeGaps() }
        drawSelection()
    }

    private mutating func drawSelection() {
        guard layout.places.indices.contains(selectedNode.index) else { return }
        let place = layout.places[selectedNode.index].point
        canvas[place.column, place.row] = Cell(glyph: "+", style: .selected)
    }

    /// How many nodes a cell stands for, at most.
    var nodesPerCell: Int { blocks.map(\.count).max() ?? 0 }

    /// What the picture shows, in a line.
    func legend(within columns: Int) -> StyledText {
        let nodes = StyledText.label("up to \(nodesPerCell.grouped) a cell")
        guard let value else { return nodes }
        let live = snapshot.nodeStates.count { $0 != .down }
        return .joining(
            [
                .label("value ") + .figure("\(value.value)") + .label(" at ")
                    + .figure("\(value.holderCount.grouped) of \(live.grouped)"),
                isScattered ? StyledText("cut all over", .cut) : .empty,
                StyledText("█", .informed) + .label(" all ") + StyledText("▒", .partlyInformed)
                    + .label(" some ") + StyledText("\(shades[0])", .missing) + .label(" none"),
                nodes,
                StyledText(String(glyphs.useful), .useful) + .label(" arriving"),
            ], within: columns)
    }

    private var blocks: [Block] {
        var blocks = [Block](repeating: Block(), count: canvas.columns * canvas.rows)
        for (index, place) in layout.places.enumerated() {
            let cell = place.point.row * canvas.columns + place.point.column
            blocks[cell].count += 1
            if value?.holders.contains(NodeID(index)) ?? false { blocks[cell].holders += 1 }
            switch snapshot.nodeStates[index] {
            case .running: break
            case .paused: if blocks[cell].state == .running { blocks[cell].state = .paused }
            case .down: blocks[cell].state = .down
            }
            let side = snapshot.sides[index]
            if blocks[cell].side >= 0 && blocks[cell].side != side { blocks[cell].isDivided = true }
            blocks[cell].side = side
        }
        return blocks
    }

    private mutating func drawBlocks() {
        let blocks = blocks
        isScattered = 3 * blocks.count(where: \.isDivided) > blocks.count { $0.count > 0 }
        for (index, block) in blocks.enumerated() where block.count > 0 {
            let (row, column) = index.quotientAndRemainder(dividingBy: canvas.columns)
            // Nodes may stand two or three columns apart.
            let right = (column + 1..<min(column + 4, canvas.columns))
                .map { index - column + $0 }.first { blocks[$0].count > 0 }
            let isBorder =
                block.isDivided
                || [right, index + canvas.columns].compactMap(\.self).contains { next in
                    next < blocks.count && blocks[next].count > 0
                        && blocks[next].side != block.side
                }
            canvas[column, row] =
                block.state.sign(in: glyphs)
                ?? (isBorder && !isScattered
                    ? Cell(glyph: glyphs.cut, style: .cut) : cell(of: block))
        }
    }

    private func cell(of block: Block) -> Cell {
        if block.holders == 0 { return Cell(glyph: shades[0], style: .missing) }
        if block.holders == block.count { return Cell(glyph: shades[4], style: .informed) }
        let quarters = min(3, max(1, (4 * block.holders + block.count / 2) / block.count))
        return Cell(glyph: shades[quarters], style: .partlyInformed)
    }

    /// Where nodes stand two or three columns apart, the cells between them are like the one to the
    /// left, so that an area is one.
    private mutating func closeGaps() {
        for row in 0..<canvas.rows {
            var last = -1
            for column in 0..<canvas.columns where canvas[column, row] != .blank {
                let cell = canvas[last, row]
                if last >= 0, column - last <= 3, shades.dropFirst().contains(cell.glyph) {
                    for gap in last + 1..<column { canvas[gap, row] = cell }
                }
                last = column
            }
        }
    }

    /// Where the value is about to arrive, in cells in which nobody has it yet.
    private mutating func drawFront() {
        guard let value else { return }
        for message in snapshot.messages
        where message.role == .useful && message.fate == .arrives
            && message.message.carries(value.value)
        {
            let place = layout.places[message.destination.index].point
            guard canvas[place.column, place.row].style == .missing else { continue }
            canvas[place.column, place.row] = Cell(glyph: glyphs.useful, style: .useful)
        }
    }
}
