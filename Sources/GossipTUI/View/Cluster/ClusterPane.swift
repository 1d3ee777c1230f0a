import Engine

/// The inside of the cluster pane: nodes, links, and messages on their way.
struct ClusterPane {
    var snapshot: ClusterSnapshot
    var glyphs: GlyphSet
    var selectedNode: NodeID

    /// Draws the cluster into `area`, all of it, and nowhere else.
    func draw(on canvas: inout Canvas, in area: Rect) {
        guard area.columns > 0 && area.rows > 0 else { return }
        let picture = ClusterPicture(self, columns: area.columns, rows: area.rows).canvas
        for row in 0..<area.rows {
            for (column, cell) in picture.row(row).enumerated() {
                canvas[area.column + column, area.row + row] = cell
            }
        }
    }

    /// What the pane shows, for its border: `cluster ── 25 nodes, 40 links, 2 parts: A 12, B 13`.
    var title: String {
        let rule = ClusterGlyphs(glyphs).rule
        return (["cluster \(rule) \(size)"] + partition).joined(separator: ", ")
    }

    /// The cluster in one line, for screens without room for a picture.
    var summary: String {
        let newest = snapshot.newestValues.count
        var facts = [size] + partition
        facts.append(Self.count(snapshot.messages.count, "message") + " in flight")
        if newest > 0 {
            let holders = snapshot.neighbors.indices.count {
                snapshot.newestHeld(by: NodeID($0)) == newest
            }
            let values = newest == 1 ? "the newest value" : "all of the newest \(newest)"
            facts.append("\(holders) hold \(values)")
        }
        return facts.joined(separator: ", ")
    }

    /// The name of a side of a partition: `A`, `B` …; `+` for those beyond `Z`.
    static func sideName(_ side: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return letters.indices.contains(side) ? String(letters[side]) : "+"
    }

    private var size: String {
        let isUndirected = snapshot.scenario.topology.isUndirected
        let arcs = snapshot.neighbors.reduce(0) { $0 + $1.count }
        let links = Self.count(isUndirected ? arcs / 2 : arcs, isUndirected ? "link" : "arc")
        return "\(Self.count(snapshot.neighbors.count, "node")), \(links)"
    }

    /// The sides of the partition and their sizes, or that some links are cut; empty when there is
    /// none.
    private var partition: [String] {
        let sideCount = (snapshot.sides.max() ?? 0) + 1
        guard sideCount > 1 else { return snapshot.blockedLinks.isEmpty ? [] : ["some cut"] }
        let mostNamed = 4
        guard sideCount <= mostNamed else { return ["\(sideCount) parts"] }
        let sizes = (0..<sideCount).map { side in
            "\(Self.sideName(side)) \(snapshot.sides.count { $0 == side })"
        }
        return ["\(sideCount) parts: " + sizes.joined(separator: ", ")]
    }

    private static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
