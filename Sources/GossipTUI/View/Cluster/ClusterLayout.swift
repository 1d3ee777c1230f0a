import Engine

/// Where the nodes of a cluster stand in a picture: the shape of its topology, as large as there is
/// room.
struct ClusterLayout: Hashable {
    /// Where a node's name stands, seen from its glyph.
    enum NameSide: Hashable {
        case right
        case left
        case below
    }

    /// Where one node stands.
    struct Place: Hashable {
        var point: Point
        var nameSide = NameSide.right
    }

    /// Entry i is where node i stands; nodes share a cell only where there are fewer cells than
    /// nodes.
    let places: [Place]

    /// Entry i is the cell of node i, the top left cell of the picture being (0, 0).
    var positions: [Point] { places.map(\.point) }

    /// Nodes at these places.
    init(places: [Place]) {
        self.places = places
    }

    /// The layout of `nodeCount` nodes in a picture of `columns` by `rows` cells, at least one
    /// each.
    ///
    /// Where nodes stand does not depend on anything that changes while a cluster runs, so that
    /// nothing jumps. Where nodes are too many for one cell each, grids and trees keep their shape,
    /// so that what is near stays near; the others fill the picture in rows.
    init(topology: Topology, nodeCount: Int, columns: Int, rows: Int) {
        let room = Room(nodeCount: nodeCount, columns: max(1, columns), rows: max(1, rows))
        let shape =
            switch topology {
            case .grid: room.grid()
            case .line: room.serpentine()
            case .tree2: room.tree(arity: 2)
            case .tree3: room.tree(arity: 3)
            case .tree4: room.tree(arity: 4)
            case .ring, .total, .heap: room.ellipse()
            case .star: room.star()
            }
        let isCrowded = Self.isShared(shape, columns: room.columns, rows: room.rows)
        let area = Rect(column: 0, row: 0, columns: room.columns, rows: room.rows)
        let keepsShape = topology.hasRows && shape.allSatisfy { area.contains($0.point) }
        places = isCrowded && !keepsShape ? room.field() : shape
    }

    /// Whether nodes share cells.
    func isShared(columns: Int, rows: Int) -> Bool {
        Self.isShared(places, columns: max(1, columns), rows: max(1, rows))
    }

    private static func isShared(_ places: [Place], columns: Int, rows: Int) -> Bool {
        guard places.count <= columns * rows else { return true }
        var isTaken = [Bool](repeating: false, count: columns * rows)
        let area = Rect(column: 0, row: 0, columns: columns, rows: rows)
        for place in places {
            let cell = place.point.row * columns + place.point.column
            if !area.contains(place.point) || isTaken[cell] { return true }
            isTaken[cell] = true
        }
        return false
    }

    /// The nearest node that lies in a direction, in the nearest row first; `node` itself when none
    /// does.
    func neighbor(of node: NodeID, toward direction: DashboardAction.Direction) -> NodeID {
        let from = places[node.index].point
        var nearest = node
        var shortest = (rows: Int.max, columns: Int.max)
        for (index, place) in places.enumerated() {
            let right = place.point.column - from.column
            let down = place.point.row - from.row
            let isThere =
                switch direction {
                case .up: down < 0
                case .down: down > 0
                case .left: right < 0
                case .right: right > 0
                }
            guard isThere && (abs(down), abs(right)) < shortest else { continue }
            nearest = NodeID(index)
            shortest = (abs(down), abs(right))
        }
        return nearest
    }
}

extension ClusterLayout {
    /// How much room there is for how many nodes.
    struct Room {
        let nodeCount: Int
        let columns: Int
        let rows: Int

        /// The width of the longest name: `n24`.
        var nameColumns: Int { "\(NodeID(nodeCount - 1))".unicodeScalars.count }

        /// The width of the longest name with the side of a partition: `n24·B`.
        var taggedNameColumns: Int { nameColumns + 2 }
    }
}

extension Topology {
    /// Whether its picture has rows whose nodes may share cells, and still be the picture.
    fileprivate var hasRows: Bool {
        switch self {
        case .grid, .tree2, .tree3, .tree4: true
        case .line, .ring, .total, .heap, .star: false
        }
    }
}
