extension String {
    /// The text with blanks, or others of `character`, behind it: `width` characters at least.
    func padded(to width: Int, with character: Character = " ") -> String {
        self + String(repeating: character, count: max(0, width - count))
    }

    /// The text with spaces before it, `width` characters at least.
    func rightAligned(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }

    /// The text without blanks at its end.
    var trimmingTrailingBlanks: String {
        String(prefix(upTo: lastIndex { $0 != " " }.map(index(after:)) ?? startIndex))
    }
}
