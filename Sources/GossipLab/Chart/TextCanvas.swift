/// A picture of characters; what would be outside of it is left out.
struct TextCanvas {
    /// A cell, counted from the upper left corner.
    struct Place: Equatable {
        var column: Int
        var row: Int
    }

    let width: Int
    let height: Int
    private var cells: [[Character]]

    /// An empty picture.
    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        cells = Array(repeating: Array(repeating: " ", count: width), count: height)
    }

    /// The rows without blanks at their ends.
    var lines: [String] { cells.map { String($0).trimmingTrailingBlanks } }

    subscript(place: Place) -> Character {
        get { contains(place) ? cells[place.row][place.column] : " " }
        set { if contains(place) { cells[place.row][place.column] = newValue } }
    }

    /// Writes `text` from `place` on to the right.
    mutating func write(_ text: String, at place: Place) {
        for (offset, character) in text.enumerated() {
            self[Place(column: place.column + offset, row: place.row)] = character
        }
    }

    /// Whether `text` fits at `place` with a blank on both sides, over nothing but blanks and
    /// `others`.
    func hasRoom(for text: String, at place: Place, over others: Set<Character> = []) -> Bool {
        guard place.column >= 0, place.column + text.count <= width,
            (0..<height).contains(place.row)
        else { return false }
        return (-1...text.count).allSatisfy { offset in
            let cell = self[Place(column: place.column + offset, row: place.row)]
            return cell == " " || others.contains(cell)
        }
    }

    private func contains(_ place: Place) -> Bool {
        (0..<width).contains(place.column) && (0..<height).contains(place.row)
    }
}
