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

    /// Nodes in the order of their numbers; of those that share a cell one that is down is seen,
    /// or else a paused one, or else the least informed.
    mutating func drawNodes() {
        var ranks = [Int](repeating: .max, count: canvas.columns * canvas.rows)
        for (index, place) in layout.places.enumerated() {
            let cell = place.point.row * canvas.columns + place.point.column
            let (look, rank) = look(of: NodeID(index))
            guard rank < ranks[cell] else { continue }
            ranks[cell] = rank
            canvas[place.point.column, place.point.row] = look
        }
        drawLabels()
    }

    /// What stands for a node; the lower its rank, the more it is worth seeing.
    private func look(of node: NodeID) -> (cell: Cell, rank: Int) {
        let state = snapshot.nodeStates[node.index]
        if let sign = state.sign(in: glyphs) { return (sign, state == .down ? -2 : -1) }
        if let followed { return (look(of: node, in: followed), followed.hops[node.index] ?? -1) }
        let held = snapshot.newestHeld(by: node)
        return (look(ofNodeHolding: held), held)
    }

    /// The hop at which the node learned the value that is followed.
    private func look(of node: NodeID, in followed: FollowedValue) -> Cell {
        guard let hop = followed.hops[node.index] else {
            return Cell(glyph: glyphs.node[0], style: .missing)
        }
        // Raised, so that it is not taken for a part of the name.
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
        return Cell(glyph: hop < digits.count ? digits[hop] : "⁺", style: .informed)
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
                    case .name where index == selectedNode.index: .selected
                    case .name: snapshot.nodeStates[index].sign(in: glyphs)?.style ?? .plain
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
