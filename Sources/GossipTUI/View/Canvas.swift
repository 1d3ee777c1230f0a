/// A place on the screen; the top left cell is (0, 0).
struct Point: Hashable {
    var column: Int
    var row: Int
}

/// A rectangle of cells.
struct Rect: Hashable {
    var column: Int
    var row: Int
    var columns: Int
    var rows: Int

    /// The rectangle without a border one cell wide.
    var inner: Rect {
        Rect(
            column: column + 1, row: row + 1, columns: max(0, columns - 2),
            rows: max(0, rows - 2))
    }

    func contains(_ point: Point) -> Bool {
        (column..<column + columns).contains(point.column)
            && (row..<row + rows).contains(point.row)
    }
}

/// One glyph, one column wide, and what it means.
struct Cell: Hashable {
    var glyph: Unicode.Scalar
    var style: Style

    static let blank = Cell(glyph: " ", style: .plain)
    /// Of the line that theory draws in a chart, and of that of a future that was done away with.
    static let prediction = Cell(glyph: "┄", style: .prediction)
    static let ghost = Cell(glyph: "═", style: .ghost)
}

/// A grid of cells that views draw on; what falls outside is clipped.
struct Canvas: Hashable {
    let columns: Int
    let rows: Int
    private var cells: [Cell]

    init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        cells = [Cell](repeating: .blank, count: self.columns * self.rows)
    }

    var bounds: Rect { Rect(column: 0, row: 0, columns: columns, rows: rows) }

    /// The cell at a place; a write outside the canvas is dropped, a read there is blank.
    subscript(column: Int, row: Int) -> Cell {
        get { holds(column, row) ? cells[row * columns + column] : .blank }
        set { if holds(column, row) { cells[row * columns + column] = newValue } }
    }

    /// The cells of row `row`, left to right.
    func row(_ row: Int) -> ArraySlice<Cell> { cells[row * columns..<(row + 1) * columns] }

    /// Writes `text` to the right from a place, one cell per scalar, within `width` cells when
    /// given.
    mutating func write(
        _ text: String, column: Int, row: Int, style: Style = .plain, width: Int? = nil
    ) {
        for (offset, glyph) in text.unicodeScalars.enumerated() {
            if let width, offset >= width { return }
            self[column + offset, row] = Cell(glyph: glyph, style: style)
        }
    }

    mutating func fill(_ area: Rect, with cell: Cell) {
        for row in area.row..<area.row + area.rows {
            for column in area.column..<area.column + area.columns { self[column, row] = cell }
        }
    }

    /// The glyphs, one line per row, without trailing blanks.
    var text: String { plane { $0.glyph } }

    /// The styles, one letter per cell (`Style.code`), one line per row, without trailing plain
    /// cells.
    var styleText: String { plane { $0.style == .plain ? " " : $0.style.code } }

    private func plane(_ scalar: (Cell) -> Unicode.Scalar) -> String {
        (0..<rows).map { row in
            var line = String.UnicodeScalarView()
            line.append(contentsOf: self.row(row).map(scalar))
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    private func holds(_ column: Int, _ row: Int) -> Bool {
        column >= 0 && column < columns && row >= 0 && row < rows
    }
}
