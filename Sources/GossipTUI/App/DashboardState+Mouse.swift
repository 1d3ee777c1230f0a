import Engine

extension DashboardState {
    /// How far from a node a click still means it, in cells.
    private static let reach = (columns: 2, rows: 1)

    /// Selects the node under the pointer; a button that comes up over another node than it went
    /// down on cuts the link between the two.
    mutating func point(_ mouse: Mouse) -> DashboardEffect? {
        let node = node(atColumn: mouse.column, row: mouse.row)
        switch mouse.action {
        case .press:
            draggedNode = node
            selectedNode = node ?? selectedNode
            return nil
        case .release:
            defer { draggedNode = nil }
            guard let source = draggedNode, let node, source != node else { return nil }
            return cut(source, node)
        }
    }

    private mutating func cut(_ source: NodeID, _ destination: NodeID) -> DashboardEffect? {
        let isLink =
            snapshot.neighbors[source.index].contains(destination)
            || snapshot.neighbors[destination.index].contains(source)
        guard isLink else {
            notice = "there is no link between \(source) and \(destination)"
            return nil
        }
        let link = LinkGroup(
            from: .nodes(NodeSet([source])), to: .nodes(NodeSet([destination])), isMutual: true)
        return command(.strike(.cut(link)), notice: "cut \(source)|\(destination); :heal undoes it")
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
    private var clusterArea: Rect? {
        ScreenLayout(columns: columns, rows: rows, nodeCount: snapshot.scenario.nodeCount)
            .slots.first { $0.pane == .cluster }?.frame.inner
    }

    /// Where the nodes stand in it.
    var clusterLayout: ClusterLayout {
        let area = clusterArea
        return ClusterLayout(
            topology: snapshot.scenario.topology, nodeCount: snapshot.scenario.nodeCount,
            columns: area?.columns ?? columns, rows: area?.rows ?? rows)
    }
}
