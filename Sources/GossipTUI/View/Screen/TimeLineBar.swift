import Engine

/// The line from the start of the run to the end of what has been seen, with the moment on the
/// screen and what was done to the cluster.
///
/// ```
///  ◀━━━━━━━╳━━━✓━━t━━━━━━━━━━━━┃───────────▶  0:08.20 of 0:12.34  0 live
/// ```
struct TimeLineBar {
    private let state: DashboardState
    /// The first column of the line itself, and how many there are.
    private let start = 2
    private let length: Int
    private let words: StyledText

    init(state: DashboardState, columns: Int) {
        self.state = state
        let end = state.timeLine.end.fineClock
        words =
            state.timeLine.isLive
            // The clock above says when that is; said twice, it would be sent twice.
            ? .faint("live")
            : .figure(state.now.fineClock) + .label(" of \(end)  ")
                + StyledText(state.keys.label(for: .goLive), .key) + .label(" live")
        length = max(0, columns - start - words.columns - 4)
    }

    func draw(on canvas: inout Canvas, row: Int) {
        guard length > 0 else { return }
        canvas[start - 1, row] = Cell(glyph: "◀", style: .frame)
        canvas[start + length, row] = Cell(glyph: "▶", style: .frame)
        let here = column(of: state.now)
        for column in 0..<length {
            canvas[start + column, row] = Cell(
                glyph: column <= here ? "━" : "─", style: column <= here ? .label : .frame)
        }
        for broadcast in state.timeLine.broadcasts {
            canvas[start + column(of: broadcast), row] = Cell(glyph: "b", style: .key)
        }
        let glyphs = ClusterGlyphs(state.glyphs)
        for mark in state.timeLine.marks {
            guard let cell = mark.event.mark(in: glyphs) else { continue }
            canvas[start + column(of: mark.instant), row] = cell
        }
        canvas[start + here, row] = Cell(glyph: "┃", style: .figure)
        canvas.write(words, column: start + length + 2, row: row, width: words.columns)
    }

    /// The moment that a cell stands for; nil for one beside the line.
    func moment(at point: Point, row: Int) -> Instant? {
        let column = point.column - start
        guard point.row == row, (0..<length).contains(column) else { return nil }
        let end = state.timeLine.end.microseconds
        return Instant(microseconds: end * Int64(column) / Int64(max(1, length - 1)))
    }

    private func column(of instant: Instant) -> Int {
        let end = max(1, state.timeLine.end.microseconds)
        let share = Double(min(instant.microseconds, end)) / Double(end)
        return Int((share * Double(length - 1)).rounded())
    }
}

extension TraceEvent {
    /// The sign of a fault, of its end, or of a change on the time line; nil for other events.
    fileprivate func mark(in glyphs: ClusterGlyphs) -> Cell? {
        switch self {
        case .partitioned: Cell(glyph: glyphs.cut, style: .cut)
        case .impaired(let faults):
            faults.isEmpty
                ? Cell(glyph: "✓", style: .pass) : Cell(glyph: glyphs.loss, style: .warning)
        case .killed: Cell(glyph: glyphs.down, style: .crashed)
        case .paused: Cell(glyph: glyphs.paused, style: .paused)
        case .healed, .restarted, .resumed: Cell(glyph: "✓", style: .pass)
        case .topologyChanged: Cell(glyph: "t", style: .key)
        case .protocolChanged, .networkChanged, .rateChanged, .nemesisChanged:
            Cell(glyph: "c", style: .key)
        case .sent, .delivered, .dropped, .learned, .invoked, .completed, .timedOut, .duplicated,
            .entered:
            nil
        }
    }
}
