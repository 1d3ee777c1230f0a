extension JSONReader {
    /// Reads the string that starts with the quotation mark at `position`.
    mutating func readString() throws(JSONSyntaxError) -> String {
        position += 1
        let start = position
        skipPlainCharacters()
        if next == UInt8(ascii: "\"") {
            defer { position += 1 }
            return try decode(start..<position)
        }
        return try readEscapedString(from: start)
    }

    /// Reads on at the first byte that is not plain, `start` being where the string's content
    /// starts.
    private mutating func readEscapedString(
        from start: Int
    ) throws(JSONSyntaxError) -> String {
        var content = try decode(start..<position)
        while true {
            if take("\\") {
                content.unicodeScalars.append(try readEscape())
            } else if take("\"") {
                return content
            } else {
                throw unexpected("a character, an escape or '\"' in a string")
            }
            let plainStart = position
            skipPlainCharacters()
            content += try decode(plainStart..<position)
        }
    }

    /// Steps over everything that stands for itself.
    private mutating func skipPlainCharacters() {
        while let byte = next,
            byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        {
            position += 1
        }
    }

    private func decode(_ range: Range<Int>) throws(JSONSyntaxError) -> String {
        guard let text = String(validating: bytes[range], as: UTF8.self) else {
            var reader = self
            reader.position = firstInvalidOffset(in: range)
            throw reader.unexpected("valid UTF-8")
        }
        return text
    }

    /// Where the bytes of `range`, which are not valid UTF-8, first go wrong.
    private func firstInvalidOffset(in range: Range<Int>) -> Int {
        var parser = UTF8.ForwardParser()
        var iterator = bytes[range].makeIterator()
        var offset = range.lowerBound
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) {
            offset += scalar.count
        }
        return offset
    }

    // MARK: Escapes

    /// Reads what follows a backslash.
    private mutating func readEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
        if take("u") { return try readEscapedScalar() }
        let scalar: Unicode.Scalar? =
            switch next {
            case UInt8(ascii: "\""): "\""
            case UInt8(ascii: "\\"): "\\"
            case UInt8(ascii: "/"): "/"
            case UInt8(ascii: "b"): "\u{8}"
            case UInt8(ascii: "f"): "\u{C}"
            case UInt8(ascii: "n"): "\n"
            case UInt8(ascii: "r"): "\r"
            case UInt8(ascii: "t"): "\t"
            default: nil
            }
        guard let scalar else { throw unexpected("one of \" \\ / b f n r t u after '\\'") }
        position += 1
        return scalar
    }

    /// Reads the digits after `\u`, and the second half where they are the first of a surrogate
    /// pair.
    private mutating func readEscapedScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
        let digits = position
        let unit = try readHexDigits()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit) else {
            position = digits
            throw unexpected("no low surrogate without a high one before it")
        }
        guard take("\\"), take("u") else { throw unexpected("the escape of a low surrogate") }
        let lowDigits = position
        let low = try readHexDigits()
        guard UTF16.isTrailSurrogate(low) else {
            position = lowDigits
            throw unexpected("a low surrogate, dc00 to dfff")
        }
        return UTF16.decode(UTF16.EncodedScalar([unit, low]))
    }

    private mutating func readHexDigits() throws(JSONSyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw unexpected("four hexadecimal digits after '\\u'")
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
