import Engine

/// Links that are cut and healed with the mouse.
extension DashboardState {
    /// Cuts the link between two nodes, both ways, or heals it if that is how it was cut.
    mutating func cutOrHeal(_ source: NodeID, _ destination: NodeID) -> DashboardEffect? {
        let nodes = snapshot.neighbors.indices
        guard nodes.contains(source.index), nodes.contains(destination.index) else { return nil }
        let isLink =
            snapshot.neighbors[source.index].contains(destination)
            || snapshot.neighbors[destination.index].contains(source)
        guard isLink else {
            notice = "there is no link between \(source) and \(destination)"
            return nil
        }
        return cutOrHeal([Self.link(source, destination)])
    }

    /// Cuts the links, or heals those that were cut so if all of them were.
    mutating func cutOrHeal(_ links: [LinkGroup]) -> DashboardEffect? {
        guard let first = links.first else { return nil }
        let name = links.count == 1 ? "\(first)" : "\(links.count) links"
        let areCut = links.allSatisfy { link in
            snapshot.faults.contains { fault in
                if case .cut(let cut) = fault { link.isSame(as: cut) } else { false }
            }
        }
        notice =
            areCut ? "healed \(name)" : "cut \(name); the same again heals, :heal undoes all"
        return whileRunning(
            .commands(
                links.map { areCut ? .healLinks($0) : .strike(.cut($0)) }))
    }

    /// The links that a straight way over the screen crosses; not those of a node where it begins
    /// or ends.
    func linksCrossed(from start: Point, to end: Point) -> [LinkGroup] {
        guard let area = clusterArea else { return [] }
        let places = clusterLayout.positions.map {
            Point(column: area.column + $0.column, row: area.row + $0.row)
        }
        var links: [LinkGroup] = []
        for (index, destinations) in snapshot.neighbors.enumerated() {
            for destination in destinations where destination.index != index {
                let isSecond =
                    destination.index < index
                    && snapshot.neighbors[destination.index].contains(NodeID(index))
                let link = (places[index], places[destination.index])
                let isTouched = [start, end].contains { $0 == link.0 || $0 == link.1 }
                guard !isSecond, !isTouched,
                    Self.cross((start, end), link)
                else { continue }
                links.append(Self.link(NodeID(index), destination))
            }
        }
        return links
    }

    private static func link(_ one: NodeID, _ other: NodeID) -> LinkGroup {
        LinkGroup(
            from: .nodes(NodeSet([one])), to: .nodes(NodeSet([other])), isMutual: true)
    }

    /// Whether two straight ways have a point in common; those that lie on one line do not count.
    private static func cross(_ one: (Point, Point), _ other: (Point, Point)) -> Bool {
        let sides = (
            side(of: other.0, to: one), side(of: other.1, to: one), side(of: one.0, to: other),
            side(of: one.1, to: other)
        )
        return sides.0 * sides.1 <= 0 && sides.2 * sides.3 <= 0
            && (sides.0 != 0 || sides.1 != 0)
    }

    /// On which side of a way a point lies: -1, 0 or 1.
    private static func side(of point: Point, to way: (Point, Point)) -> Int {
        let across = (way.1.column - way.0.column) * (point.row - way.0.row)
        let down = (way.1.row - way.0.row) * (point.column - way.0.column)
        return (across - down).signum()
    }
}
