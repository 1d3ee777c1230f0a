import Engine

/// What is under way between nodes, soonest arrival first; then what is for paused nodes.
///
/// ```
///  • n1→n6   {1240}                ▰▰▰▰▰▰▰▱▱▱   31 ms
///  ╳ n6→n7   {1236 1238}           ▰▰▰▰▱▱▱▱▱▱     cut
///  ◆ n12→n3  all 812               ▰▱▱▱▱▱▱▱▱▱   90 ms
///  ‖ n9→n8   {1236}                             waits
/// ```
struct InFlightPane: Pane {
    let snapshot: ClusterSnapshot
    let glyphs: GlyphSet

    var title: String { snapshot.messages.isEmpty ? "in flight" : "in flight ── \(count)" }

    func summary(within columns: Int) -> StyledText {
        guard !snapshot.messages.isEmpty else { return .faint("nothing") }
        let next = snapshot.messages.first { $0.fate == .arrives }.map {
            StyledText.label("next arrives in \(timeLeft(of: $0))")
        }
        return .joining([.figure(count), next ?? .label("none will arrive")], within: columns)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard !snapshot.messages.isEmpty else {
            canvas.write("Nothing is under way.", wrappedIn: area, style: .faint)
            return
        }
        let names =
            snapshot.scenario.nodeCount > 0
            ? NodeID(snapshot.scenario.nodeCount - 1).description.columns : 2
        for (offset, message) in messages(atMost: max(0, area.rows)).enumerated() {
            draw(
                message, routeColumns: 2 * names + glyphs.arrow.columns,
                on: &canvas,
                in: Rect(
                    column: area.column, row: area.row + offset, columns: area.columns, rows: 1))
        }
    }

    private func draw(
        _ message: InFlightMessage, routeColumns: Int, on canvas: inout Canvas, in line: Rect
    ) {
        let signs = ClusterGlyphs(glyphs)
        let hindrance = message.fate.hindrance(in: signs)
        let sign = hindrance?.sign ?? message.sign(in: signs)
        let isWaiting = message.fate == .waits
        let style = isWaiting ? .label : sign.style
        let route = "\(message.source)\(glyphs.arrow)\(message.destination)"
        let head =
            StyledText("\(sign.glyph)", sign.style)
            + .label(" \(route.padded(to: routeColumns))  ")
        canvas.write(head, column: line.column, row: line.row, width: line.columns)

        let time = (hindrance?.word ?? timeLeft(of: message)).flushRight(to: 8)
        let bar = progressBar(of: message, in: line.columns, style: style)
        var tail =
            (isWaiting ? .label(String(repeating: " ", count: bar.columns)) : bar) + .figure(time)
        let payloadColumns = line.columns - head.columns - tail.columns - 1
        if payloadColumns < 6 { tail = .empty }
        let payload = Self.payload(
            message.message.payload,
            columns: max(0, line.columns - head.columns - tail.columns - 1))
        canvas.write(
            payload, column: line.column + head.columns, row: line.row, style: style,
            width: max(0, line.columns - head.columns))
        canvas.write(
            tail, column: line.column + line.columns - tail.columns, row: line.row,
            width: tail.columns)
    }

    /// The messages to list: what waits comes last, for it may do so for long.
    private func messages(atMost count: Int) -> [InFlightMessage] {
        let moving = Array(snapshot.messages.lazy.filter { $0.fate != .waits }.prefix(count))
        let waiting = snapshot.messages.lazy.filter { $0.fate == .waits }
        return moving + waiting.prefix(count - moving.count)
    }

    /// How much of the way is behind a message; nothing where a line has no room for it.
    private func progressBar(of message: InFlightMessage, in columns: Int, style: Style)
        -> StyledText
    {
        guard columns >= 36 else { return .empty }
        let cells = columns >= 70 ? 20 : 10
        let done = Int(message.progress(at: snapshot.now) * Double(cells))
        return StyledText(String(repeating: "▰", count: done), style)
            + .faint(String(repeating: "▱", count: cells - done))
    }

    /// The values carried, as many as fit: `{1236 1238}`, `{1236 1238 …}`, `{}`, `all 812`, or how
    /// many a digest names: `digest 812`.
    static func payload(_ payload: GossipMessage.Payload, columns: Int) -> String {
        switch payload {
        case .one(let value): return "{\(value)}".shortened(to: columns)
        case .all(let values): return "all \(values.count.grouped)".shortened(to: columns)
        case .digest(let values): return "digest \(values.count.grouped)".shortened(to: columns)
        case .batch(let values), .difference(let values, _):
            var text = "{"
            for (index, value) in values.enumerated() {
                let next = (index > 0 ? " " : "") + value.description
                let closing = index == values.count - 1 ? 1 : 3
                if text.columns + next.columns + closing > columns {
                    return (text + (index > 0 ? " …}" : "…}")).shortened(to: columns)
                }
                text += next
            }
            return (text + "}").shortened(to: columns)
        }
    }

    private var count: String {
        let messages = snapshot.messages.count + snapshot.omittedMessageCount
        guard snapshot.omittedMessageCount == 0 else {
            return "\(messages.grouped) messages, 1 of "
                + "\((messages / max(1, snapshot.messages.count)).grouped) shown"
        }
        let values = snapshot.messages.reduce(0) { $0 + $1.message.valueCount }
        return "\(messages.grouped) \(messages == 1 ? "message" : "messages")"
            + ", \(values.grouped) \(values == 1 ? "value" : "values")"
    }

    private func timeLeft(of message: InFlightMessage) -> String {
        let left = message.arrivesAt - snapshot.now
        return left < .milliseconds(1) ? "<1 ms" : "\(left.wholeMilliseconds) ms"
    }
}
