import Engine

/// The inside of the cluster pane: nodes, links, and messages on their way.
struct ClusterPane {
    var snapshot: ClusterSnapshot
    var glyphs: GlyphSet
    var selectedNode: NodeID
    /// The value whose way is drawn; nil for none.
    var followed: FollowedValue?
    /// Messages that the network lost a moment ago.
    var losses: [Envelope] = []
    /// The topology that the nodes come from, while they move to their new places.
    var morph: Morph?
    /// A line below the picture; nil for none.
    var caption: StyledText?

    /// Draws the cluster into `area`, all of it, and nowhere else.
    func draw(on canvas: inout Canvas, in area: Rect) {
        guard area.columns > 0 && area.rows > 0 else { return }
        if let caption, area.rows > 1 {
            canvas.write(
                caption, column: area.column + 1, row: area.row + area.rows - 1,
                width: max(0, area.columns - 2))
        }
        let area = Self.pictureArea(in: area, hasCaption: caption != nil)
        let picture = ClusterPicture(self, columns: area.columns, rows: area.rows).canvas
        for row in 0..<area.rows {
            for (column, cell) in picture.row(row).enumerated() {
                canvas[area.column + column, area.row + row] = cell
            }
        }
    }

    /// Where the picture is, inside the frame of the pane.
    static func pictureArea(in area: Rect, hasCaption: Bool) -> Rect {
        var picture = area
        if hasCaption && area.rows > 1 { picture.rows -= 1 }
        return picture
    }

    /// The cluster in one line, for screens without room for a picture.
    var summary: String {
        let newest = snapshot.newestValues.count
        var facts = [size] + partition + outages
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

    static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
