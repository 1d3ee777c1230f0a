import Maelstrom
import Testing

struct JSONReaderTests {
    @Test(arguments: [
        ("", 0, "a value", "the end"),
        (" \n", 2, "a value", "the end"),
        ("\u{FEFF}1", 0, "a value", "the byte 0xef"),
        ("1 2", 2, "the end after the value", "'2'"),
        ("nul", 3, "the name null", "the end"),
        ("True", 0, "a value", "'T'"),
        ("NaN", 0, "a value", "'N'"),
        ("[1,]", 3, "a value", "']'"),
        ("[1 2]", 3, "',' or ']'", "'2'"),
        ("[,1]", 1, "a value", "','"),
        ("{,}", 1, "a key or '}'", "','"),
        (#"{"a":1,}"#, 7, "a key", "'}'"),
        (#"{"a" 1}"#, 5, "':'", "'1'"),
        (#"{"a":1 "b":2}"#, 7, "',' or '}'", "'\"'"),
        ("{1:2}", 1, "a key or '}'", "'1'"),
        ("01", 1, "the end after the value", "'1'"),
        ("-", 1, "a digit", "the end"),
        ("+1", 0, "a value", "'+'"),
        (".5", 0, "a value", "'.'"),
        ("1.", 2, "a digit", "the end"),
        ("1e+", 3, "a digit", "the end"),
        ("0x1", 1, "the end after the value", "'x'"),
        (#""a"#, 2, #"a character, an escape or '"' in a string"#, "the end"),
        ("\"a\u{1F}\"", 2, #"a character, an escape or '"' in a string"#, "the byte 0x1f"),
        ("\"\t\"", 1, #"a character, an escape or '"' in a string"#, "the byte 0x09"),
        (#""\x""#, 2, #"one of " \ / b f n r t u after '\'"#, "'x'"),
        (#""\u12g4""#, 5, #"four hexadecimal digits after '\u'"#, "'g'"),
        (#""\ud800""#, 7, "the escape of a low surrogate", "'\"'"),
        (#""\ud800\n""#, 8, "the escape of a low surrogate", "'n'"),
        (#""\ud800\ud800""#, 9, "a low surrogate, dc00 to dfff", "'d'"),
        (#""\udc00""#, 3, "no low surrogate without a high one before it", "'d'"),
        ("// no", 0, "a value", "'/'"),
        ("'a'", 0, "a value", "'''"),
    ])
    func `what is no JSON is refused with the place, what was expected and what was found`(
        text: String, offset: Int, expected: String, found: String
    ) {
        #expect(refusal(of: text.utf8)?.offset == offset)
        #expect(refusal(of: text.utf8)?.expected == expected)
        #expect(refusal(of: text.utf8)?.found == found)
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0xC0, 0x80], [0xE2, 0x80], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF0, 0x9F, 0x98], [0x80],
        ] as [[UInt8]])
    func `invalid UTF-8 is refused where it starts`(invalid: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let plain = Array("aé".utf8)
        #expect(refusal(of: [quote] + plain + invalid + [quote])?.offset == 4)
        #expect(refusal(of: [quote] + plain + invalid + [quote])?.expected == "valid UTF-8")
        let escaped = Array(#"\n"#.utf8)
        #expect(refusal(of: [quote] + escaped + invalid + escaped + [quote])?.offset == 3)
    }

    @Test func `an offset counts from the start of the line, wherever its bytes lie`() {
        let bytes = Array("xxxx[1,]".utf8)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: bytes[4...]) }
        #expect(error?.description == "byte 3: expected a value, found ']'")
    }

    @Test func `nesting is read down to the limit and not below`() throws {
        let limit = JSONValue.depthLimit
        #expect(limit == 512)
        let deepest = nested(limit)
        #expect(try JSONValue(parsing: deepest[...]).depth == limit)
        #expect(refusal(of: nested(limit + 1))?.offset == limit)
        #expect(refusal(of: nested(limit + 1))?.expected == "at most 512 levels of nesting")
        #expect(
            refusal(of: [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000))?.offset == limit)
        let objects = String(repeating: #"{"a":"#, count: limit + 1)
        #expect(refusal(of: objects.utf8)?.offset == 5 * limit)
    }

    @Test func `escapes are read as what they stand for`() throws {
        let text = #""\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\ud83d\uDE00\u0000""#
        let expected: JSONValue = .string("\"\\/\u{8}\u{C}\n\r\tAé€😀\u{0}")
        #expect(try value(text) == expected)
    }

    @Test func `members keep their order, and of several with one key the last counts`() throws {
        let read = try value(#"{"b":1,"a":2,"b":3}"#)
        guard case .object(let object) = read else {
            Issue.record("an object was read as \(read)")
            return
        }
        #expect(object.members.map(\.key) == ["b", "a", "b"])
        #expect(object["b"] == 3)
        #expect(object["c"] == nil)
        #expect(read.description == #"{"b":1,"a":2,"b":3}"#)
    }

    private func value(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8)[...])
    }

    private func nested(_ depth: Int) -> [UInt8] {
        Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }

    private func refusal(of bytes: some Sequence<UInt8>) -> JSONSyntaxError? {
        do throws(JSONSyntaxError) {
            _ = try JSONValue(parsing: Array(bytes)[...])
            return nil
        } catch {
            return error
        }
    }
}
