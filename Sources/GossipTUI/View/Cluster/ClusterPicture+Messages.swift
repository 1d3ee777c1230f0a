import Engine

extension ClusterPicture {
    /// Draws what is under way; where messages meet, the one that brings most is seen.
    mutating func drawMessages() {
        let copied = copiedNumbers
        var ranks = [Int](repeating: -1, count: canvas.columns * canvas.rows)
        for message in snapshot.messages {
            guard let cell = cell(of: message) else { continue }
            var look = look(of: message)
            if copied.contains(message.number) { look.cell.glyph = glyphs.duplication }
            let index = cell.row * canvas.columns + cell.column
            guard look.rank > ranks[index] else { continue }
            ranks[index] = look.rank
            canvas[cell.column, cell.row] = look.cell
        }
    }

    /// The numbers of the messages of which two are under way.
    private var copiedNumbers: Set<Int> {
        let isPossible = snapshot.faults.contains { fault in
            if case .duplication = fault { true } else { false }
        }
        guard isPossible else { return [] }
        var seen: Set<Int> = []
        return Set(snapshot.messages.map(\.number).filter { !seen.insert($0).inserted })
    }

    /// Marks the messages that were lost as they set out.
    mutating func drawLosses(_ losses: [Envelope]) {
        for envelope in losses where envelope.source != envelope.destination {
            guard let way = way(from: envelope.source, to: envelope.destination) else { continue }
            let cell = way.cell(at: 0.25)
            canvas[cell.column, cell.row] = Cell(glyph: glyphs.lost, style: .warning)
        }
    }

    /// Where a message is; nil when it is out of sight, or when a cut will stop it.
    private func cell(of message: InFlightMessage) -> Point? {
        guard message.source != message.destination, message.fate != .cut, isOfInterest(message),
            let way = way(from: message.source, to: message.destination)
        else { return nil }
        return way.cell(at: message.progress(at: snapshot.now))
    }

    /// Whether it carries the value that is followed, if one is.
    private func isOfInterest(_ message: InFlightMessage) -> Bool {
        followed.map { message.message.values.contains($0.value) } ?? true
    }

    /// What stands for a message, and what it is worth seeing; one that will be lost is faint.
    func look(of message: InFlightMessage) -> (cell: Cell, rank: Int) {
        var cell = message.sign(in: glyphs)
        if message.fate == .lost {
            cell.style = .faint
            return (cell, 0)
        }
        switch message.role {
        case .redundant: return (cell, 1)
        case .repair: return (cell, 2)
        case .useful: return (cell, message.message.valueCount > 1 ? 4 : 3)
        }
    }
}
