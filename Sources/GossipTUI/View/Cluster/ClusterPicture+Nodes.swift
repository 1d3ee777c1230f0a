import Engine

extension ClusterPicture {
    /// What the labels of the nodes say.
    static func labelFacts(
        _ snapshot: ClusterSnapshot, _ glyphs: ClusterGlyphs
    ) -> [NodeLabels.Facts] {
        let isCut = snapshot.sides.contains { $0 > 0 }
        return snapshot.neighbors.indices.map { index in
            let node = NodeID(index)
            let loops = snapshot.neighbors[index].contains(node)
            return NodeLabels.Facts(
                name: "\(node)", side: isCut ? ClusterPane.sideName(snapshot.sides[index]) : nil,
                selfLoop: loops ? String(glyphs.selfLoop) : nil)
        }
    }

    /// Nodes in the order of their numbers; the least informed one of those that share a cell is
    /// seen.
    mutating func drawNodes() {
        var fills = [Int](repeating: .max, count: canvas.columns * canvas.rows)
        for (index, place) in layout.places.enumerated() {
            let cell = place.point.row * canvas.columns + place.point.column
            let fill = snapshot.newestHeld(by: NodeID(index))
            guard fill < fills[cell] else { continue }
            fills[cell] = fill
            canvas[place.point.column, place.point.row] = look(ofNodeHolding: fill)
        }
        drawLabels()
    }

    private func look(ofNodeHolding held: Int) -> Cell {
        let newest = snapshot.newestValues.count
        guard newest > 0 else { return Cell(glyph: glyphs.node[0], style: .faint) }
        if held == 0 { return Cell(glyph: glyphs.node[0], style: .missing) }
        if held == newest { return Cell(glyph: glyphs.node[4], style: .informed) }
        let quarters = min(3, max(1, (4 * held + newest / 2) / newest))
        return Cell(glyph: glyphs.node[quarters], style: .partlyInformed)
    }

    private mutating func drawLabels() {
        let loopMessages = loopMessages()
        for (index, parts) in labels.parts.enumerated() {
            for part in parts {
                let style: Style =
                    switch part.kind {
                    case .name: index == selectedNode.index ? .selected : .plain
                    case .side: .label
                    case .selfLoop: .link
                    }
                canvas.write(
                    part.text, column: part.point.column, row: part.point.row, style: style)
                if part.kind == .selfLoop, let message = loopMessages[index] {
                    canvas[part.point.column, part.point.row] = message
                }
            }
        }
        guard !labels.hasNames, layout.places.indices.contains(selectedNode.index) else { return }
        let point = layout.places[selectedNode.index].point
        canvas[point.column, point.row].style = .selected
    }

    /// The message that each node has under way to itself; the last one of several.
    private func loopMessages() -> [Int: Cell] {
        var cells: [Int: Cell] = [:]
        for message in snapshot.messages where message.source == message.destination {
            cells[message.source.index] = look(of: message).cell
        }
        return cells
    }
}

extension ClusterSnapshot {
    /// The values by which the picture judges what a node knows: those of the last second, and at
    /// least the newest 8, whatever the load.
    var newestValues: ArraySlice<ValueSpread> {
        let ofLastSecond = recentValues.count { $0.acceptedAt > now - .seconds(1) }
        return recentValues.suffix(max(8, ofLastSecond))
    }

    /// How many of the newest values `node` holds.
    func newestHeld(by node: NodeID) -> Int {
        newestValues.reduce(0) { $0 + ($1.holders.contains(node) ? 1 : 0) }
    }
}
