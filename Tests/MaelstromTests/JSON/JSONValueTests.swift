import Maelstrom
import Testing

struct JSONValueTests {
    @Test(arguments: [
        "1", "1.0", "1.00", "-0", "0", "1e0", "1E0", "1e+0", "100", "1e2",
        "12345678901234567890123",
        "0.1000000000000000055511151231257827", "1e999",
    ])
    func `a number comes back as it was spelled`(text: String) throws {
        #expect(try value(text).description == text)
    }

    @Test func `numbers are equal only when spelled the same`() throws {
        let spellings = ["1", "1.0", "1e0", "1E0", "-1", "10", "0", "-0"]
        let values = try spellings.map { try value($0) }
        #expect(Set(values).count == spellings.count)
    }

    @Test(arguments: [
        ("[1,2]", " [ 1 ,\n2 ] ", true),
        (#""é/""#, #""\u00e9\/""#, true),
        (#""😀""#, #""\ud83d\ude00""#, true),
        (#"{"a":1,"b":[2]}"#, #"{"b":[2],"\u0061":1}"#, true),
        (#"[{"a":1,"b":2}]"#, #"[{"b":2,"a":1}]"#, true),
        (#"{"a":1,"a":2}"#, #"{"a":1,"a":2}"#, true),
        (#"{"a":1,"a":2}"#, #"{"a":2,"a":1}"#, false),
        (#"{"a":1,"a":2}"#, #"{"a":2}"#, false),
        (#"{"a":1}"#, #"{"a":1,"b":null}"#, false),
        (#""\u00e9""#, #""e\u0301""#, false),
        (#"{"\u00e9":1}"#, #"{"e\u0301":1}"#, false),
        ("[1,2]", "[2,1]", false),
        ("1", #""1""#, false),
        ("null", "false", false),
        ("0", "false", false),
        ("[]", "{}", false),
        ("[]", "null", false),
        (#""a""#, #""A""#, false),
    ])
    func `values are equal when they say the same, however it is spelled`(
        left: String, right: String, areEqual: Bool
    ) throws {
        let (left, right) = (try value(left), try value(right))
        #expect((left == right) == areEqual)
        #expect((right == left) == areEqual)
        #expect(Set([left, right]).count == (areEqual ? 1 : 2))
    }

    @Test func `text is written without whitespace and with only the escapes that are needed`() {
        let everything: JSONValue = [
            "list": [1, -2, 1.5, true, false, nil, "", [], [:]],
            "text": "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}é😀\u{2028}",
        ]
        #expect(
            everything.description == #"{"list":[1,-2,1.5,true,false,null,"",[],{}],"#
                + #""text":"\"\\/\b\f\n\r\t\u0000\u001f"# + "\u{7F}é😀\u{2028}\"}")
    }

    @Test func `the pretty form has one item a line and is the same value`() throws {
        let report: JSONValue = ["a": [1, ["b": 2.5]], "empty": [], "none": [:], "c": nil]
        #expect(
            report.prettyDescription == """
                {
                  "a": [
                    1,
                    {
                      "b": 2.5
                    }
                  ],
                  "empty": [],
                  "none": {},
                  "c": null
                }
                """)
        #expect(try value(report.prettyDescription) == report)
    }

    @Test func `writing appends to what is there`() {
        var bytes = Array("x".utf8)
        JSONValue.array([1]).write(into: &bytes)
        #expect(bytes == Array("x[1]".utf8))
    }

    @Test func `numbers that JSON cannot say become null`() {
        #expect(JSONValue(Double.nan) == .null)
        #expect(JSONValue(-Double.infinity) == .null)
        #expect(JSONValue(0.1).description == "0.1")
        #expect(JSONValue(1e300).description == "1e+300")
        #expect(JSONValue(UInt64.max).description == "18446744073709551615")
    }

    @Test func `an object's members can be replaced, added and removed`() {
        var object: JSONObject = ["a": 1, "b": 2]
        object["a"] = 3
        object["c"] = nil
        object["d"] = 4
        #expect(JSONValue.object(object).description == #"{"a":3,"b":2,"d":4}"#)
        object["b"] = nil
        #expect(JSONValue.object(object).description == #"{"a":3,"d":4}"#)
    }

    private func value(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8)[...])
    }
}
