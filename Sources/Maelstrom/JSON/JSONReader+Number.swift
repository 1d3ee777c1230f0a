extension JSONReader {
    /// Reads the number at `position` and keeps its spelling.
    mutating func readNumber() throws(JSONSyntaxError) -> JSONNumber {
        let start = position
        _ = take("-")
        if !take("0") { try skipDigits() }
        if take(".") { try skipDigits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try skipDigits()
        }
        return JSONNumber(validated: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// Steps over one digit or more.
    private mutating func skipDigits() throws(JSONSyntaxError) {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            position += 1
        }
        guard position > start else { throw unexpected("a digit") }
    }
}
