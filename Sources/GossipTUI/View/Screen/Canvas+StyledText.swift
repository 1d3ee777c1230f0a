extension Canvas {
    /// Writes a line within `width` cells, with an ellipsis at the end of what does not fit.
    mutating func write(_ line: StyledText, column: Int, row: Int, width: Int) {
        let isShortened = line.columns > width
        let end = column + (isShortened ? width - 1 : width)
        var next = column
        for span in line.spans {
            write(span.text, column: next, row: row, style: span.style, width: max(0, end - next))
            next += span.text.columns
        }
        if isShortened && width > 0 { self[end, row] = Cell(glyph: "…", style: .label) }
    }

    /// Writes a sentence over as many rows of `area` as it takes.
    mutating func write(_ sentence: String, wrappedIn area: Rect, style: Style) {
        let lines = sentence.wrapped(to: area.columns).prefix(max(0, area.rows))
        for (offset, line) in lines.enumerated() {
            write(
                line.shortened(to: area.columns), column: area.column, row: area.row + offset,
                style: style)
        }
    }
}
