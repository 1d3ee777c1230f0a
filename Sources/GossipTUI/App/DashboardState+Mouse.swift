import Engine

extension DashboardState {
    /// How far from a node a click still means it, in cells.
    private static let reach = (columns: 2, rows: 1)

    /// Acts upon what is under the pointer; a button that comes up over another node than it went
    /// down on cuts the link between the two, and one that is dragged across links cuts these.
    mutating func point(_ mouse: Mouse) -> DashboardEffect? {
        switch mode {
        case .menu: return pointInMenu(mouse)
        case .partitionMenu: return pointInPartitionMenu(mouse)
        case .watching, .help, .commandLine: break
        }
        switch mouse.action {
        case .press: return press(mouse)
        case .release: return release(mouse)
        case .wheelUp, .wheelDown:
            wheel(mouse, by: mouse.action == .wheelUp ? -3 : 3)
            return nil
        }
    }

    private mutating func press(_ mouse: Mouse) -> DashboardEffect? {
        if race != nil { return moment(at: mouse.point).flatMap { seek(to: $0) } }
        let node = node(atColumn: mouse.column, row: mouse.row)
        draggedNode = node
        dragStart = clusterArea?.contains(mouse.point) ?? false ? mouse : nil
        selectedNode = node ?? selectedNode
        guard node == nil else { return nil }
        if let moment = moment(at: mouse.point) { return seek(to: moment) }
        if let tab = slot(.details).flatMap({
            TabStrip(frame: $0, state: self).detail(at: mouse.point)
        }) {
            detail = tab
        } else if let value = value(at: mouse.point) {
            follow(value)
        }
        return nil
    }

    private mutating func release(_ mouse: Mouse) -> DashboardEffect? {
        defer { (draggedNode, dragStart) = (nil, nil) }
        if let source = draggedNode, let node = node(atColumn: mouse.column, row: mouse.row) {
            return source == node ? nil : cutOrHeal(source, node)
        }
        guard let start = dragStart?.point, start != mouse.point else { return nil }
        let links = linksCrossed(from: start, to: mouse.point)
        if links.isEmpty { notice = "this way crosses no link" }
        return cutOrHeal(links)
    }

    private mutating func wheel(_ mouse: Mouse, by lines: Int) {
        if slot(.values)?.contains(mouse.point) ?? false {
            scrollValues(by: lines)
        } else if detail == .log, slot(.details)?.contains(mouse.point) ?? false {
            scrollLog(by: lines)
        }
    }

    /// The value whose column is there; nil for none.
    private func value(at point: Point) -> ValueID? {
        guard let area = slot(.values).map(PaneFrame.inside(of:)), area.contains(point) else {
            return nil
        }
        return ValuesPane(snapshot: snapshot, glyphs: glyphs, older: closeUp.olderValues)
            .value(atColumn: point.column, in: area)
    }

    /// The node whose sign or name is in a cell of the screen, or near to it; nil for none.
    private func node(atColumn column: Int, row: Int) -> NodeID? {
        guard let area = clusterArea else { return nil }
        let name = NodeID(snapshot.scenario.nodeCount - 1).description.columns
        let distances = clusterLayout.positions.enumerated().map { index, point in
            let right = column - area.column - point.column
            let rows = abs(row - area.row - point.row)
            // The name stands to the right of the sign, mostly.
            let columns = right > 0 ? max(0, right - name) : -right
            return (index: index, columns: columns, rows: rows, offset: abs(right))
        }
        let near = distances.filter {
            $0.columns <= Self.reach.columns && $0.rows <= Self.reach.rows
        }
        return near.min { ($0.rows, $0.columns, $0.offset) < ($1.rows, $1.columns, $1.offset) }
            .map { NodeID($0.index) }
    }

    /// Where the picture of the cluster is; nil on a screen without one.
    var clusterArea: Rect? {
        slot(.cluster).map(\.inner).map {
            ClusterPane.pictureArea(
                in: $0,
                hasCaption: ClusterCaption.isOfUse(snapshot.scenario, in: $0)
                    || ClusterPane.isDense(snapshot.scenario, in: $0))
        }
    }

    /// The frame of a pane; nil on a screen without it.
    private func slot(_ pane: PaneKind) -> Rect? {
        ScreenLayout(self).slots.first { $0.pane == pane }?.frame
    }

    /// Where the nodes stand in it.
    var clusterLayout: ClusterLayout {
        let area = clusterArea
        return ClusterLayout(
            topology: snapshot.scenario.topology, nodeCount: snapshot.scenario.nodeCount,
            columns: area?.columns ?? columns, rows: area?.rows ?? rows)
    }
}

extension Mouse {
    /// The cell under the pointer.
    var point: Point { Point(column: column, row: row) }
}
