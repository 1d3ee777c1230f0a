import Testing

@testable import GossipLab

@Suite struct ValueRangeTests {
    @Test(arguments: [
        ("0ms..200ms/50ms", ["0ms", "50ms", "100ms", "150ms", "200ms"]),
        ("0s..1s/500ms", ["0ms", "500ms", "1s"]),
        ("1.5s..2s/250ms", ["1500ms", "1750ms", "2s"]),
        ("10us..30us/10us", ["10us", "20us", "30us"]),
        ("10..100/30", ["10", "40", "70", "100"]),
        ("0..0.3/0.1", ["0", "0.1", "0.2", "0.3"]),
        ("0.05..0.15/0.05", ["0.05", "0.1", "0.15"]),
        ("7..7/1", ["7"]),
        ("0..1/0.25", ["0", "0.25", "0.5", "0.75", "1"]),
        ("grid", ["grid"]),
        ("50ms", ["50ms"]),
    ])
    func aRangeHasBothEnds(text: String, values: [String]) throws {
        #expect(try ValueRange.values(in: text) == values)
    }

    @Test(arguments: [
        ("0ms..500ms", "FROM..TO/STEP"),
        ("0ms..500ms/50ms/2", "FROM..TO/STEP"),
        ("..500ms/50ms", "'' is no number"),
        ("grid..heap/1", "'grid' is no number"),
        ("-10..10/5", "'-10' is no number"),
        ("1e3..2e3/1", "'1e3' is no number"),
        ("0..500ms/50ms", "need a unit, or none"),
        ("0ms..500ms/0ms", "above 0"),
        ("500ms..0ms/50ms", "its end comes before its start"),
        ("0s..1s/400ms", "do not meet its end: end it at 800ms"),
        ("0..1/0.3", "do not meet its end: end it at 0.9"),
        ("0..1000000/1", "more than 10000 values"),
        ("0.5us..2us/1us", "'0.5us' is no number"),
        ("0..99999999999999999999/1", "is no number"),
        ("0..9223372036854775807/0.1", "too large"),
    ])
    func whatIsNoRangeIsAnErrorThatSaysWhatWouldBe(text: String, reason: String) {
        let error = #expect(throws: (any Error).self) { try ValueRange.values(in: text) }
        #expect("\(error, default: "")".contains(reason), "\(String(describing: error))")
    }
}
