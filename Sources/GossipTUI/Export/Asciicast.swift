import Maelstrom

/// A recording of screens in the format asciicast, version 2: a line of JSON that says how large
/// the screen is, then one for each change, with its time and what a terminal is sent.
struct Asciicast {
    /// What the player shows by now, and in which colours; nil before the first screen.
    private var shown: (canvas: Canvas, theme: Theme)?

    /// The first line of a recording of a screen of this size, without the end of the line.
    static func header(columns: Int, rows: Int) -> String {
        JSONValue.object(
            JSONObject([
                ("version", JSONValue(2)), ("width", JSONValue(columns)),
                ("height", JSONValue(rows)), ("title", "GossipTUI"),
            ])
        ).description
    }

    /// Something that the player does.
    struct Event: Hashable {
        /// When, in seconds.
        let time: Double
        /// `o` for output, `r` for another size.
        let kind: String
        let data: String

        /// The line for the event in a recording that began at `start`, in seconds, without its
        /// end.
        func line(since start: Double = 0) -> String {
            // Microseconds are as fine as players are.
            let seconds = ((time - start) * 1e6).rounded() / 1e6
            return JSONValue.array([JSONValue(seconds), .string(kind), .string(data)]).description
        }
    }

    /// What makes the player show `canvas` in `theme` at `time`, in seconds; nothing where it shows
    /// that already.
    mutating func events(showing canvas: Canvas, in theme: Theme, at time: Double) -> [Event] {
        let before = shown?.canvas
        let former = shown?.theme == theme ? before : nil
        guard canvas != former else { return [] }
        shown = (canvas, theme)
        var events: [Event] = []
        let isSameSize = before?.columns == canvas.columns && before?.rows == canvas.rows
        if before != nil && !isSameSize {
            events.append(Event(time: time, kind: "r", data: "\(canvas.columns)x\(canvas.rows)"))
        }
        let kept = isSameSize ? former : nil
        let start = kept == nil ? "\u{1b}[?25l\u{1b}[0m\u{1b}[2J" : ""
        let changes = changes(from: kept, to: canvas, in: theme)
        return events + [Event(time: time, kind: "o", data: start + changes)]
    }

    /// What turns one screen of the same size into another; blanks need not be drawn on a cleared
    /// one.
    private func changes(from former: Canvas?, to canvas: Canvas, in theme: Theme) -> String {
        var output = ""
        var style: Style?
        for row in 0..<canvas.rows {
            let old = former?.row(row)
            let new = canvas.row(row)
            if old == new { continue }
            // Where the cursor is, as far as that is known.
            var cursor = -1
            for (column, cell) in new.enumerated() {
                let before = old.map { $0[$0.startIndex + column] } ?? .blank
                guard cell != before else { continue }
                if column != cursor { output += "\u{1b}[\(row + 1);\(column + 1)H" }
                if cell.style != style {
                    output += Self.sequence(for: theme.look(of: cell.style))
                    style = cell.style
                }
                output.unicodeScalars.append(cell.glyph)
                cursor = column + 1
            }
        }
        return output
    }

    /// What makes a terminal write in a look.
    private static func sequence(for look: Look) -> String {
        let attributes: [(Look.Attributes, Int)] = [
            (.bold, 1), (.dim, 2), (.underline, 4), (.reverse, 7),
        ]
        let codes =
            [0] + attributes.filter { look.attributes.contains($0.0) }.map(\.1)
            + [look.color.map { 30 + Int($0.rawValue) }].compactMap(\.self)
        return "\u{1b}[" + codes.map { "\($0)" }.joined(separator: ";") + "m"
    }
}
