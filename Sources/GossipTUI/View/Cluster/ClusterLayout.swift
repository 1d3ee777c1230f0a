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
    /// nothing jumps. Nodes too many for the topology's own shape fill the picture in rows.
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
        let isCrowded = Set(shape.map(\.point)).count < nodeCount
        places = isCrowded ? room.field() : shape
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
