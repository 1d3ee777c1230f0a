import Engine

/// The cluster as one picture: links below messages, messages below cuts, nodes and names on top.
struct ClusterPicture {
    let snapshot: ClusterSnapshot
    let glyphs: ClusterGlyphs
    let selectedNode: NodeID
    let followed: FollowedValue?
    let layout: ClusterLayout
    let labels: NodeLabels
    /// What is drawn; as large as the picture.
    var canvas: Canvas
    /// Whether all links would be a blob, so that only some are drawn.
    var leavesLinksOut = false

    init(_ pane: ClusterPane, columns: Int, rows: Int) {
        snapshot = pane.snapshot
        glyphs = ClusterGlyphs(pane.glyphs)
        selectedNode = pane.selectedNode
        followed = pane.followed
        canvas = Canvas(columns: columns, rows: rows)
        let settled = ClusterLayout(
            topology: snapshot.scenario.topology, nodeCount: snapshot.neighbors.count,
            columns: columns, rows: rows)
        layout = pane.morph.map { settled.comingFrom($0, columns: columns, rows: rows) } ?? settled
        labels = NodeLabels(
            Self.labelFacts(snapshot, glyphs), layout: layout, size: canvas,
            tag: String(glyphs.tag), mayOverlap: pane.morph != nil)
        let links = links()
        drawLines(of: links)
        drawMessages()
        drawLosses(pane.losses)
        drawMarks(of: links)
        drawNodes()
        drawNote()
    }

    /// How many dots of a line there are in a cell.
    var grain: LinkPath.Grain { glyphs.lines == nil ? .braille : .cell }

    /// The way between two nodes as far as it is not below their glyphs and labels; nil when all of
    /// it is.
    func way(from source: NodeID, to destination: NodeID) -> Way? {
        let path = LinkPath(
            from: layout.places[source.index].point, to: layout.places[destination.index].point,
            grain: grain)
        var first = 0
        while first <= path.lastStep && labels.covers(path.cell(at: first)) { first += 1 }
        guard first <= path.lastStep else { return nil }
        var last = path.lastStep
        while labels.covers(path.cell(at: last)) { last -= 1 }
        return Way(path: path, visible: first...last)
    }

    /// A path and the steps of it that are in sight, but for what other nodes' labels cover. The
    /// first and the last of them are in sight.
    struct Way {
        let path: LinkPath
        let visible: ClosedRange<Int>

        /// The cell after a share of the visible way, 0...1.
        func cell(at share: Double) -> Point {
            let length = Double(visible.count - 1)
            return path.cell(at: visible.lowerBound + Int((share * length).rounded()))
        }
    }
}
