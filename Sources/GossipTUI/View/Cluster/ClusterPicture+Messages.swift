import Engine

extension ClusterPicture {
    /// Draws what is under way; where messages meet, the one that brings most is seen.
    mutating func drawMessages() {
        var ranks = [Int](repeating: -1, count: canvas.columns * canvas.rows)
        for message in snapshot.messages {
            guard let cell = cell(of: message) else { continue }
            let look = look(of: message)
            let index = cell.row * canvas.columns + cell.column
            guard look.rank > ranks[index] else { continue }
            ranks[index] = look.rank
            canvas[cell.column, cell.row] = look.cell
        }
    }

    /// Where a message is; nil when it is out of sight, or when the network will drop it.
    private func cell(of message: InFlightMessage) -> Point? {
        guard message.source != message.destination,
            !snapshot.blockedLinks.contains(from: message.source, to: message.destination),
            let way = way(from: message.source, to: message.destination)
        else { return nil }
        return way.cell(at: message.progress(at: snapshot.now))
    }

    /// What stands for a message, and what it is worth seeing.
    func look(of message: InFlightMessage) -> (cell: Cell, rank: Int) {
        switch message.role {
        case .redundant: (Cell(glyph: glyphs.redundant, style: .redundant), 0)
        case .repair: (Cell(glyph: glyphs.repair, style: .repair), 1)
        case .useful where message.message.valueCount > 1:
            (Cell(glyph: glyphs.batch, style: .useful), 3)
        case .useful: (Cell(glyph: glyphs.useful, style: .useful), 2)
        }
    }
}
