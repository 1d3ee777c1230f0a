extension String {
    /// How many cells the text takes: one for each scalar.
    var columns: Int { unicodeScalars.count }

    /// The text with blanks after it, at least `columns` wide.
    func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - self.columns))
    }

    /// The text with blanks before it, at least `columns` wide.
    func flushRight(to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - self.columns)) + self
    }

    /// The text cut to `columns`, with an ellipsis where something is missing.
    func shortened(to columns: Int) -> String {
        guard self.columns > columns else { return self }
        guard columns > 0 else { return "" }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(columns - 1))) + "…"
    }

    /// The text broken between words into lines of at most `columns`; a longer word stays whole.
    func wrapped(to columns: Int) -> [String] {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.columns + 1 + String(word).columns <= columns {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
