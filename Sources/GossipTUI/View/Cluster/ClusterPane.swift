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
    /// The value that a picture of many nodes shows; nil for the newest.
    var shownValue: ValueID?
    /// A line below the picture; nil for none.
    var caption: StyledText?

    /// Draws the cluster into `area`, all of it, and nowhere else.
    func draw(on canvas: inout Canvas, in area: Rect) {
        guard area.columns > 0 && area.rows > 0 else { return }
        let isDense = Self.isDense(snapshot.scenario, in: area)
        let picture = Self.pictureArea(
            in: area, hasCaption: caption != nil || isDense)
        var line = caption
        let drawn: Canvas
        if isDense {
            let density = DensityPicture(
                self, showing: shownValue, columns: picture.columns, rows: picture.rows)
            drawn = density.canvas
            line = density.legend(within: max(0, area.columns - 2))
        } else {
            drawn = ClusterPicture(self, columns: picture.columns, rows: picture.rows).canvas
        }
        for row in 0..<picture.rows {
            for (column, cell) in drawn.row(row).enumerated() {
                canvas[picture.column + column, picture.row + row] = cell
            }
        }
        if let line, picture.rows < area.rows {
            canvas.write(
                line, column: area.column + 1, row: area.row + area.rows - 1,
                width: max(0, area.columns - 2))
        }
    }

    /// Whether there are too many nodes for one cell each in a picture with a line below it.
    static func isDense(_ scenario: Scenario, in area: Rect) -> Bool {
        let picture = pictureArea(in: area, hasCaption: true)
        return 2 * scenario.nodeCount > picture.columns * picture.rows
            || ClusterLayout(
                topology: scenario.topology, nodeCount: scenario.nodeCount,
                columns: picture.columns, rows: picture.rows
            ).isShared(columns: picture.columns, rows: picture.rows)
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
        "\(count.grouped) \(noun)\(count == 1 ? "" : "s")"
    }
}
