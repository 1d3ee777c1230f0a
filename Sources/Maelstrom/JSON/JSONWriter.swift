extension JSONValue {
    /// Appends the value's text to `bytes`: one line, no whitespace, and only the escapes that JSON
    /// demands.
    public func write(into bytes: inout [UInt8]) {
        var writer = JSONWriter(bytes: bytes, indentation: nil)
        bytes = []
        writer.write(self)
        bytes = writer.bytes
    }

    /// The value's text over several lines, two spaces to a level; without a line end after it.
    public var prettyDescription: String {
        var writer = JSONWriter(bytes: [], indentation: 0)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value's text on one line.
    public var description: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Writes JSON as bytes.
private struct JSONWriter {
    var bytes: [UInt8]
    /// The level of the line being written; nil when all goes on one line.
    var indentation: Int?

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let bool): bytes.append(contentsOf: (bool ? "true" : "false").utf8)
        case .number(let number): bytes.append(contentsOf: number.text.utf8)
        case .string(let string): write(string)
        case .array(let elements):
            writeList(elements, between: ("[", "]")) { $0.write($1) }
        case .object(let object):
            writeList(object.members, between: ("{", "}")) { writer, member in
                writer.write(member.key)
                writer.append(":")
                if writer.indentation != nil { writer.append(" ") }
                writer.write(member.value)
            }
        }
    }

    private mutating func writeList<Item>(
        _ items: [Item], between brackets: (Unicode.Scalar, Unicode.Scalar),
        write: (inout JSONWriter, Item) -> Void
    ) {
        append(brackets.0)
        indentation? += 1
        for index in items.indices {
            if index > 0 { append(",") }
            breakLine()
            write(&self, items[index])
        }
        indentation? -= 1
        if !items.isEmpty { breakLine() }
        append(brackets.1)
    }

    private mutating func breakLine() {
        guard let indentation else { return }
        append("\n")
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indentation))
    }

    private mutating func append(_ character: Unicode.Scalar) {
        bytes.append(UInt8(ascii: character))
    }

    private mutating func write(_ string: String) {
        append("\"")
        let utf8 = string.utf8
        if utf8.contains(where: Self.needsEscape) {
            for byte in utf8 { writeEscapingIfNeeded(byte) }
        } else {
            bytes.append(contentsOf: utf8)
        }
        append("\"")
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func writeEscapingIfNeeded(_ byte: UInt8) {
        guard Self.needsEscape(byte) else { return bytes.append(byte) }
        append("\\")
        switch byte {
        case 0x08: append("b")
        case 0x09: append("t")
        case 0x0A: append("n")
        case 0x0C: append("f")
        case 0x0D: append("r")
        case ..<0x20:
            bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
            bytes.append(contentsOf: String(byte, radix: 16).utf8)
        default: bytes.append(byte)
        }
    }
}
