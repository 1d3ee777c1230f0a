import Engine
import Testing

@testable import GossipTUI

@Suite struct FigureTextTests {
    @Test func `Thousands are grouped`() {
        #expect(
            [0, 999, 1_000, 1_234_567, -12_345].map(\.grouped) == [
                "0", "999", "1,000", "1,234,567", "-12,345",
            ])
    }

    @Test func `Decimals are cut, never rounded up to a limit`() {
        #expect((29.987).withTwoDecimals == "29.99")
        #expect((1_234.56).withTwoDecimals == "1,234.56")
        #expect((3.049).withTwoDecimals == "3.05")
        #expect((100.0).brief == "100")
        #expect((0.5).brief == "0.5")
    }

    @Test func `The clock shows minutes, seconds and hundredths`() {
        #expect(Instant(microseconds: 12_345_678).fineClock == "0:12.34")
        #expect(Instant(microseconds: 3_661_050_000).fineClock == "61:01.05")
        #expect(Instant(microseconds: 59_999_999).clock == "0:59")
    }

    @Test func `Text is cut with an ellipsis and wrapped between words`() {
        #expect("abcdef".shortened(to: 6) == "abcdef")
        #expect("abcdef".shortened(to: 4) == "abc…")
        #expect("abcdef".shortened(to: 0) == "")
        #expect("one two three".wrapped(to: 7) == ["one two", "three"])
        #expect("extraordinary".wrapped(to: 5) == ["extraordinary"])
    }

    @Test func `A styled line keeps its styles when cut`() {
        var canvas = Canvas(columns: 10, rows: 1)
        canvas.write(.label("ab") + .figure("cdef"), column: 1, row: 0, width: 5)
        #expect(canvas.text == " abcd…")
        #expect(canvas.styleText == " llFFl")
    }

    @Test func `Parts are joined for as long as they fit`() {
        let parts = [StyledText.label("one"), .empty, .figure("two"), .label("three")]
        #expect(plain(.joining(parts)) == "one  two  three")
        #expect(plain(.joining(parts, within: 10)) == "one  two")
        #expect(plain(.joining(parts, within: 2)) == "")
    }
}
