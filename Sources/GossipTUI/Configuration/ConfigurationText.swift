/// Text of a configuration file that its parser can be trusted with.
///
/// The parser, toml++, takes for granted what not every text has, ends the program or worse where
/// it has not, and knows strings of C. What is refused here is no TOML, but for names with letters
/// beyond ASCII outside of quotes, and for what nobody writes.
struct ConfigurationText {
    /// Nobody writes a longer one, in bytes.
    private static let longestText = 1 << 16
    /// Nobody needs more dots outside of strings: keys of so many parts would be nested as deep,
    /// and the parser has a stack.
    private static let mostDots = 200

    let text: String
    let file: String

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var lineStart = 0
    /// The last byte that meant something, outside of strings, comments and blanks; in a new
    /// statement the line feed before it.
    private var last = UInt8(ascii: "\n")
    private var dotCount = 0
    /// Whether only blanks were in the line so far.
    private var isBlank = true

    /// Throws the first thing in `text` that the parser must not see.
    init(_ text: String, file: String) throws(ConfigurationError) {
        self.text = text
        self.file = file
        guard text.utf8.count <= Self.longestText else {
            throw ConfigurationError(
                file: file,
                message:
                    "it is longer than \(Self.longestText >> 10) KiB, so it is no configuration")
        }
        bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        while position < bytes.count { try step() }
    }

    /// Goes on past a string, a comment, or a byte.
    private mutating func step() throws(ConfigurationError) {
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try skipString()
        case UInt8(ascii: "#"):
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { try advance() }
        case UInt8(ascii: "\n"):
            // Lists go on in the next line.
            if last != UInt8(ascii: "["), last != UInt8(ascii: ",") { last = UInt8(ascii: "\n") }
            isBlank = true
            try advance()
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): try advance()
        case let byte:
            try check(byte)
            isBlank = false
            last = byte
            try advance()
        }
    }

    private mutating func check(_ byte: UInt8) throws(ConfigurationError) {
        guard (0x21...0x7E).contains(byte) else {
            let rest = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
            let scalar = rest.unicodeScalars.first.map(String.init) ?? ""
            throw error(byte == 0 ? Self.noNUL : "'\(scalar)' is outside of quotes")
        }
        switch byte {
        case UInt8(ascii: "."):
            dotCount += 1
            guard dotCount <= Self.mostDots else {
                throw error("more than \(Self.mostDots) dots outside of quotes: leave some out")
            }
        case UInt8(ascii: "["):
            guard !isBlank || beginsHeader else {
                throw error("the name of a table must follow, such as [keys]")
            }
        case UInt8(ascii: "}"):
            guard last != UInt8(ascii: "["), last != UInt8(ascii: ",") else {
                throw error("something is missing before '}'")
            }
        default: break
        }
    }

    /// Whether brackets and the start of a name come next.
    private var beginsHeader: Bool {
        var rest = bytes[position...].dropFirst()
        if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst() }
        let next = rest.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        guard let next else { return false }
        let character = Character(Unicode.Scalar(next))
        return character.isASCII && (character.isLetter || character.isNumber)
            || "_-\"'".contains(character)
    }

    /// Goes on past a string, or as much of it as there is.
    private mutating func skipString() throws(ConfigurationError) {
        isBlank = false
        let quote = bytes[position]
        let isLong = bytes[position...].starts(with: [quote, quote, quote])
        let delimiter = [UInt8](repeating: quote, count: isLong ? 3 : 1)
        for _ in delimiter { try advance() }
        while position < bytes.count, !bytes[position...].starts(with: delimiter) {
            if !isLong && bytes[position] == UInt8(ascii: "\n") { return }
            let isEscape = bytes[position] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
            if isEscape {
                let escape = bytes[position...].prefix(10).dropFirst()
                guard !escape.starts(with: "u0000".utf8), !escape.starts(with: "U00000000".utf8)
                else { throw error(Self.noNUL) }
            }
            try advance()
            let endsLine = position < bytes.count && bytes[position] == UInt8(ascii: "\n")
            if isEscape, position < bytes.count, isLong || !endsLine { try advance() }
        }
        // A long string may end in quotes of its own.
        for _ in 0..<(isLong ? 5 : 1) where position < bytes.count && bytes[position] == quote {
            try advance()
        }
        last = quote
    }

    private mutating func advance() throws(ConfigurationError) {
        guard bytes[position] != 0 else { throw error(Self.noNUL) }
        position += 1
        guard bytes[position - 1] == UInt8(ascii: "\n") else { return }
        line += 1
        lineStart = position
    }

    private static let noNUL = "a NUL character: leave it out"

    private func error(_ message: String) -> ConfigurationError {
        let before = String(decoding: bytes[lineStart..<position], as: UTF8.self)
        return ConfigurationError(
            file: file, line: line, column: before.unicodeScalars.count + 1, message: message)
    }
}
