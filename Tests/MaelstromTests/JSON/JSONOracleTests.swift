import Maelstrom
import Testing

/// Our reader against Foundation's.
///
/// Known differences. Foundation refuses 0e1 and numbers too large or small for a double, and keeps
/// one of several members with one key, not always checking the others: ours takes all of them as
/// they are. Foundation takes `[1,]` and `{"a":1,}`: ours refuses them. Foundation reads a byte
/// order mark, UTF-16 and UTF-32, which the generator leaves out.
struct JSONOracleTests {
    @Test(arguments: 0..<8 as Range<UInt64>)
    func `generated texts read the same as by Foundation and come back the same`(
        seed: UInt64
    ) throws {
        var generator = JSONGenerator(seed: seed)
        for _ in 0..<500 {
            let text = generator.text()
            let value = try JSONValue(parsing: text[...])
            var written: [UInt8] = []
            value.write(into: &written)
            #expect(try JSONValue(parsing: written[...]) == value, "\(describe(text))")
            let pretty = Array(value.prettyDescription.utf8)
            #expect(try JSONValue(parsing: pretty[...]) == value, "\(describe(text))")
            if OracleValue.isKnownToDiffer(on: value) { continue }
            #expect(OracleValue(text) == OracleValue(value), "\(describe(text))")
            #expect(OracleValue(written) == OracleValue(value), "\(describe(text))")
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `damaged texts are taken or refused as by Foundation`(seed: UInt64) {
        var generator = JSONGenerator(seed: seed)
        var refused = 0
        for _ in 0..<4_000 {
            let text = generator.mutate(generator.text())
            let value: JSONValue
            do throws(JSONSyntaxError) {
                value = try JSONValue(parsing: text[...])
            } catch {
                refused += 1
                if error.isTrailingComma { continue }
                #expect(OracleValue(text) == nil, "\(error) in \(describe(text))")
                continue
            }
            if OracleValue.isKnownToDiffer(on: value) { continue }
            #expect(OracleValue(text) == OracleValue(value), "\(describe(text))")
        }
        #expect((1_000..<3_900).contains(refused), "both outcomes are tried, not \(refused) of one")
    }

    private func describe(_ text: [UInt8]) -> String {
        "\(String(decoding: text, as: UTF8.self)) as \(text)"
    }
}

extension JSONSyntaxError {
    /// Whether a list goes on behind a comma with its end.
    fileprivate var isTrailingComma: Bool {
        (expected, found) == ("a value", "']'") || (expected, found) == ("a key", "'}'")
    }
}
