extension JSONValue {
    /// How many arrays and objects may be nested in each other.
    public static let depthLimit = 512

    /// The one value that `bytes` spell, by RFC 8259 without any extension.
    ///
    /// Whitespace around it is skipped. Nesting deeper than `depthLimit` is refused; a key that
    /// comes more than once is not.
    public init(parsing bytes: ArraySlice<UInt8>) throws(JSONSyntaxError) {
        var reader = JSONReader(bytes)
        self = try reader.readDocument()
    }
}

/// Reads JSON from bytes, strictly, by recursive descent.
struct JSONReader {
    let bytes: ArraySlice<UInt8>
    var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func readDocument() throws(JSONSyntaxError) -> JSONValue {
        skipWhitespace()
        let value = try readValue(depth: 0)
        skipWhitespace()
        guard position == bytes.endIndex else { throw unexpected("the end after the value") }
        return value
    }

    /// Reads the value at `position`, which lies inside `depth` arrays and objects.
    private mutating func readValue(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        guard let byte = next else { throw unexpected("a value") }
        switch byte {
        case UInt8(ascii: "{"): return .object(try readObject(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try readArray(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try readNumber())
        case UInt8(ascii: "t"): return try readName("true", as: .bool(true))
        case UInt8(ascii: "f"): return try readName("false", as: .bool(false))
        case UInt8(ascii: "n"): return try readName("null", as: .null)
        default: throw unexpected("a value")
        }
    }

    private mutating func readArray(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
        try enter(depth: depth)
        var elements: [JSONValue] = []
        if take("]") { return elements }
        while true {
            elements.append(try readValue(depth: depth))
            skipWhitespace()
            if take("]") { return elements }
            guard take(",") else { throw unexpected("',' or ']'") }
            skipWhitespace()
        }
    }

    private mutating func readObject(depth: Int) throws(JSONSyntaxError) -> JSONObject {
        try enter(depth: depth)
        var object = JSONObject()
        if take("}") { return object }
        while true {
            guard next == UInt8(ascii: "\"") else {
                throw unexpected(object.members.isEmpty ? "a key or '}'" : "a key")
            }
            let key = try readString()
            skipWhitespace()
            guard take(":") else { throw unexpected("':'") }
            skipWhitespace()
            object.append(key, try readValue(depth: depth))
            skipWhitespace()
            if take("}") { return object }
            guard take(",") else { throw unexpected("',' or '}'") }
            skipWhitespace()
        }
    }

    /// Steps behind the bracket that opens level `depth`.
    private mutating func enter(depth: Int) throws(JSONSyntaxError) {
        guard depth <= JSONValue.depthLimit else {
            throw unexpected("at most \(JSONValue.depthLimit) levels of nesting")
        }
        position += 1
        skipWhitespace()
    }

    private mutating func readName(
        _ name: StaticString, as value: JSONValue
    ) throws(JSONSyntaxError) -> JSONValue {
        for scalar in name.description.utf8 {
            guard next == scalar else { throw unexpected("the name \(name)") }
            position += 1
        }
        return value
    }

    private mutating func skipWhitespace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    // MARK: Bytes

    /// The byte at `position`; nil at the end.
    var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    /// Steps over `character` if it comes next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// The error of having met something else than `expected` at `position`.
    func unexpected(_ expected: String) -> JSONSyntaxError {
        let found =
            switch next {
            case nil: "the end"
            case .some(let byte) where (0x21...0x7E).contains(byte):
                "'\(Unicode.Scalar(byte))'"
            case .some(let byte): "the byte 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16))"
            }
        return JSONSyntaxError(
            offset: position - bytes.startIndex, expected: expected, found: found)
    }
}
