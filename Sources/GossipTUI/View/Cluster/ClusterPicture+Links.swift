import Engine

extension ClusterPicture {
    /// A link between two different nodes, as it is drawn.
    struct Link {
        let source: NodeID
        let destination: NodeID
        let way: Way
        let isCut: Bool
    }

    /// Links with more steps per cell than this are a blob. Then the selected node's links stand
    /// for all, and those from node to node along the outline.
    private var mostStepsPerCell: Double { grain == .braille ? 3.2 : 1.6 }
    /// More arcs than this are sure to be a blob.
    private static let mostArcs = 4_000

    /// The links to draw, each once, whichever way messages pass.
    mutating func links() -> [Link] {
        let arcCount = snapshot.neighbors.reduce(0) { $0 + $1.count }
        guard arcCount <= Self.mostArcs else {
            leavesLinksOut = true
            return links(of: selectedNode)
        }
        let isUndirected = snapshot.scenario.topology.isUndirected
        var links: [Link] = []
        for (index, destinations) in snapshot.neighbors.enumerated() {
            let source = NodeID(index)
            for destination in destinations where !isUndirected || source < destination {
                if let link = link(from: source, to: destination) { links.append(link) }
            }
        }
        let steps = links.reduce(0) { $0 + $1.way.visible.count }
        let isBlob = Double(steps) > mostStepsPerCell * Double(canvas.columns * canvas.rows)
        guard isBlob else { return links }
        leavesLinksOut = true
        return links.filter { isOfSelection($0) || isOnOutline($0) || isOfTree($0) }
    }

    private func links(of node: NodeID) -> [Link] {
        guard snapshot.neighbors.indices.contains(node.index) else { return [] }
        return snapshot.neighbors[node.index].compactMap { link(from: node, to: $0) }
    }

    private func isOfSelection(_ link: Link) -> Bool {
        link.source == selectedNode || link.destination == selectedNode
    }

    /// Whether the followed value came over the link.
    private func isOfTree(_ link: Link) -> Bool {
        followed?.cameOver(link.source, link.destination) ?? false
    }

    private func isOnOutline(_ link: Link) -> Bool {
        let distance = abs(link.source.index - link.destination.index)
        return distance == 1 || distance == snapshot.neighbors.count - 1
    }

    /// The link as it is drawn; nil when it is out of sight.
    private func link(from source: NodeID, to destination: NodeID) -> Link? {
        guard source != destination, let way = way(from: source, to: destination) else {
            return nil
        }
        let blocked = snapshot.blockedLinks
        let isCut =
            blocked.contains(from: source, to: destination)
            || blocked.contains(from: destination, to: source)
        return Link(source: source, destination: destination, way: way, isCut: isCut)
    }

    /// Says in the lower left corner, if nothing else is there, that not all links are drawn.
    mutating func drawNote() {
        guard leavesLinksOut else { return }
        let lines = ["selected node's", "links only"]
        let top = canvas.rows - lines.count
        let isFree = lines.enumerated().allSatisfy { offset, line in
            (0...line.count).allSatisfy { canvas[$0, top + offset] == .blank }
        }
        guard isFree && top > 0 else { return }
        for (offset, line) in lines.enumerated() {
            canvas.write(line, column: 0, row: top + offset, style: .faint)
        }
    }

    /// Draws whole links, then cut ones across them, broken on both sides of their crosses.
    mutating func drawLines(of links: [Link]) {
        for link in links where !link.isCut && !isOfTree(link) {
            drawDots(of: link) { _ in true }
        }
        for link in links where !link.isCut && isOfTree(link) {
            drawDots(of: link) { _ in true }
        }
        for link in links where link.isCut {
            let cross = cross(of: link)
            drawDots(of: link) { cell in
                let distance = max(abs(cell.column - cross.column), 2 * abs(cell.row - cross.row))
                return distance / 2 % 2 == 1
            }
        }
    }

    /// The cell that says that a link is cut: the middle of what is seen of it.
    private func cross(of link: Link) -> Point {
        let cells = link.way.visible.map(link.way.path.cell).filter { !labels.covers($0) }
        return cells[cells.count / 2]
    }

    /// Whether every other dot is enough: where many links meet or cross.
    private func isThin(_ link: Link) -> Bool {
        switch snapshot.scenario.topology {
        case .grid, .line, .ring, .tree2, .tree3, .tree4: false
        case .star, .total: true
        case .heap: !isOfSelection(link)
        }
    }

    /// Draws the marks on lines: arrow heads of directed links, and what says that a link is cut.
    mutating func drawMarks(of links: [Link]) {
        let isDirected = !snapshot.scenario.topology.isUndirected
        for link in links where isDirected {
            let arrow = glyphs.arrows[link.way.path.heading.rawValue]
            drawMark(arrow, on: link, at: link.way.cell(at: 1))
        }
        drawImpairments(of: links)
        for link in links where link.isCut { drawMark(glyphs.cut, on: link, at: cross(of: link)) }
    }

    /// Says what befalls messages on links, by a sign in the middle of each.
    private mutating func drawImpairments(of links: [Link]) {
        for fault in snapshot.faults {
            let sign: Unicode.Scalar
            switch fault {
            case .loss: sign = glyphs.loss
            case .duplication: sign = glyphs.duplication
            case .clog: sign = glyphs.clog
            case .partition, .cut, .kill, .pause: continue
            }
            for link in links where fault.befalls(link) {
                let cell = cross(of: link)
                canvas[cell.column, cell.row] = Cell(glyph: sign, style: .warning)
            }
        }
    }

    private mutating func drawMark(_ glyph: Unicode.Scalar, on link: Link, at cell: Point) {
        canvas[cell.column, cell.row] = Cell(
            glyph: glyph, style: link.isCut ? .cut : isOfTree(link) ? .tree : .link)
    }

    private mutating func drawDots(of link: Link, in isDrawn: (Point) -> Bool) {
        let path = link.way.path
        let style: Style = link.isCut ? .cut : isOfTree(link) ? .tree : .link
        let stride = isThin(link) && !isOfTree(link) && grain == .braille ? 2 : 1
        for step in link.way.visible where step.isMultiple(of: stride) {
            let cell = path.cell(at: step)
            guard isDrawn(cell) else { continue }
            let glyph =
                if let lines = glyphs.lines {
                    lines[Self.lineIndex(path, step)]
                } else {
                    Self.adding(path.dot(at: step), to: canvas[cell.column, cell.row].glyph)
                }
            canvas[cell.column, cell.row] = Cell(glyph: glyph, style: style)
        }
    }

    /// Which line glyph stands for a step: a diagonal where the next one is in another row and
    /// column.
    private static func lineIndex(_ path: LinkPath, _ step: Int) -> Int {
        let here = path.dot(at: step)
        let next = path.dot(at: min(step + 1, path.lastStep))
        if here.x != next.x && here.y != next.y { return path.isFalling ? 2 : 3 }
        return path.isFlat ? 0 : 1
    }

    /// A braille glyph with one more dot.
    private static func adding(
        _ dot: (x: Int, y: Int), to glyph: Unicode.Scalar
    ) -> Unicode.Scalar {
        let bit = brailleBits[(dot.y & 3) * 2 + (dot.x & 1)]
        let dots = braille.contains(glyph.value) ? glyph.value : braille.lowerBound
        return Unicode.Scalar(dots | bit) ?? glyph
    }

    private static let braille: ClosedRange<UInt32> = 0x2800...0x28FF
    /// The bits of the dots of a cell, row by row.
    private static let brailleBits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
}

extension Fault {
    /// Whether it befalls messages over the link, one way or the other.
    fileprivate func befalls(_ link: ClusterPicture.Link) -> Bool {
        guard let links else { return false }
        return links.contains(from: link.source, to: link.destination)
            || links.contains(from: link.destination, to: link.source)
    }
}
