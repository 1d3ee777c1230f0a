/// A number in figures five rows high, to be read across a room.
struct LargeNumber {
    static let rows = 5

    /// Digits, points and commas.
    let text: String

    /// Each figure row by row, three cells wide, `#` for what is drawn.
    private static let figures: [Character: [String]] = [
        "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
        "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", " ##", "  #", "###"],
        "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
        "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", " # ", " # "],
        "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
        ".": [" ", " ", " ", " ", "#"], ",": [" ", " ", " ", "#", "#"],
    ]

    private var shapes: [[String]] { text.compactMap { Self.figures[$0] } }

    /// How many cells it is wide, two for each cell of a figure.
    var columns: Int {
        shapes.reduce(0) { $0 + 2 * (($1.first ?? "").count + 1) } - (shapes.isEmpty ? 0 : 2)
    }

    func draw(on canvas: inout Canvas, column: Int, row: Int, style: Style) {
        var start = column
        for shape in shapes {
            for (down, line) in shape.enumerated() {
                for (across, dot) in line.enumerated() where dot == "#" {
                    canvas.write("██", column: start + 2 * across, row: row + down, style: style)
                }
            }
            start += 2 * ((shape.first ?? "").count + 1)
        }
    }
}
