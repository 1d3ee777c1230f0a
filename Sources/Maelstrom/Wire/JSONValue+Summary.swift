extension JSONValue {
    /// The whole number that the value is; nil when it is anything else, or too large.
    var integer: Int? {
        guard case .number(let number) = self else { return nil }
        return number.integer
    }

    /// The value in a few words for an error's text, on one line and never long.
    var summary: String {
        switch self {
        case .null, .bool: description
        case .number(let number): Self.shorten(number.text)
        case .string(let string): JSONValue.string(Self.shorten(string)).description
        case .array: "an array"
        case .object: "an object"
        }
    }

    private static func shorten(_ text: String) -> String {
        let start = text.unicodeScalars.prefix(40)
        return start.endIndex == text.endIndex ? text : String(start) + "…"
    }
}
