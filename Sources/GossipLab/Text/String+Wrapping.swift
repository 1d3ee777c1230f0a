extension String {
    /// The text in lines of at most `width` characters, broken where `separator` is; a longer piece
    /// has a line of its own.
    func wrapped(to width: Int, apart separator: String = " ") -> [String] {
        split(separator: separator).reduce(into: [""]) { lines, piece in
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(piece)
            } else if last.count + separator.count + piece.count <= width {
                lines[lines.count - 1] += separator + piece
            } else {
                lines.append(String(piece))
            }
        }
    }
}
