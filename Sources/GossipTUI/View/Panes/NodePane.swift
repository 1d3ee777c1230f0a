import Engine

/// One node close up: whether it works, what it holds, whom it sends to, and what is on its way to
/// and from it.
///
/// ```
///  runs   knows 58 of the newest 60, lacks {1238 1239}
///  sends to n7, n11, n13, n17
///
///  • n11→n12  {1240}             ▰▰▰▰▰▰▰▱▱▱   31 ms
///  • n12→n13  {1236 1238}        ▰▰▱▱▱▱▱▱▱▱   82 ms
/// ```
struct NodePane: Pane {
    let snapshot: ClusterSnapshot
    let glyphs: GlyphSet
    let node: NodeID

    var title: String { "node ── \(node), what comes and goes" }

    func summary(within columns: Int) -> StyledText {
        .joining(
            [.figure("\(node)"), state, holdings(within: max(8, columns - 14))], within: columns)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let lines = [
            state + .label("  ") + holdings(within: area.columns - state.columns - 2),
            neighborLine(within: area.columns), .empty,
        ]
        for (offset, line) in lines.enumerated() where offset < area.rows {
            canvas.write(
                line, column: area.column, row: area.row + offset, width: area.columns)
        }
        var rest = area
        rest.row += lines.count
        rest.rows = max(0, area.rows - lines.count)
        InFlightPane(snapshot: closeUp, glyphs: glyphs).draw(on: &canvas, in: rest)
    }

    /// The cluster with no messages but those of the node.
    private var closeUp: ClusterSnapshot {
        var closeUp = snapshot
        closeUp.messages.removeAll { $0.source != node && $0.destination != node }
        return closeUp
    }

    private var state: StyledText {
        switch snapshot.nodeStates[node.index] {
        case .running: StyledText("runs", .pass)
        case .paused: StyledText("paused", .paused)
        case .down: StyledText("down", .crashed)
        }
    }

    /// Of the newest values, how many the node holds and which it lacks.
    private func holdings(within columns: Int) -> StyledText {
        let recent = snapshot.recentValues
        guard !recent.isEmpty else { return .faint("no values yet") }
        let lacked = recent.filter { !$0.holders.contains(node) }.map(\.value)
        let start =
            StyledText.label("knows ")
            + .figure(lacked.isEmpty ? "all" : "\(recent.count - lacked.count)")
            + .label(" of the newest \(recent.count)")
        guard !lacked.isEmpty else { return start }
        let room = columns - start.columns - 8
        guard room >= 5 else { return start }
        return start + .label(", lacks ")
            + StyledText(InFlightPane.payload(.batch(lacked), columns: room), .missing)
    }

    private func neighborLine(within columns: Int) -> StyledText {
        let neighbors = snapshot.neighbors[node.index]
        guard !neighbors.isEmpty else { return .faint("has no links to send over") }
        let names = neighbors.map(\.description).joined(separator: ", ")
        let isRunning = snapshot.nodeStates[node.index] == .running
        let start = StyledText.label(isRunning ? "sends to " : "would send to ")
        return start + .figure(names.shortened(to: max(0, columns - start.columns)))
    }
}
