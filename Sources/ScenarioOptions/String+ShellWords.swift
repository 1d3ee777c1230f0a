import ArgumentParser

extension String {
    /// The words into which a shell would split the text: at blanks, but for those in quotes or
    /// after a backslash.
    ///
    /// Throws a `ValidationError` when a quote has no end.
    public func shellWords() throws -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = self[...]
        while let character = rest.popFirst() {
            switch (character, quote) {
            case ("\\", let quote) where quote != "'":
                guard let next = rest.popFirst() else {
                    throw ValidationError("a backslash ends '\(self)': leave it out.")
                }
                // Within double quotes it is for quotes and itself only.
                let isKept = quote == "\"" && next != "\"" && next != "\\"
                word = (word ?? "") + (isKept ? "\\" : "") + String(next)
            case (quote, _):
                quote = nil
            case ("'", nil), ("\"", nil):
                quote = character
                word = word ?? ""
            case (" ", nil), ("\t", nil), ("\n", nil):
                if let word { words.append(word) }
                word = nil
            default:
                word = (word ?? "") + String(character)
            }
        }
        if let quote { throw ValidationError("a quote in '\(self)' has no end: add \(quote).") }
        if let word { words.append(word) }
        return words
    }
}
