import Engine
import Testing

@testable import MaelstromNode

struct LineSplitterTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `lines are the same however the stream is cut into pieces`(seed: UInt64) {
        var random = RandomStream(seed: seed, purpose: .workload)
        let bytes = (0..<3_000).map { _ in "abc\n".utf8.randomElement(using: &random) ?? 0 }
        var splitter = LineSplitter(limit: 1_000)
        var lines: [LineSplitter.Line] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(random.integer(below: 40))
            rest = rest.dropFirst(piece.count)
            splitter.append(piece)
            while let line = splitter.next() { lines.append(line) }
        }
        if let line = splitter.takeRest() { lines.append(line) }
        #expect(splitter.takeRest() == nil)
        var expected = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if expected.last?.isEmpty == true { expected.removeLast() }
        #expect(lines == expected.map { .whole($0) })
    }

    @Test func `a line at the limit is kept, a longer one skipped to its end and counted`() {
        for pieceSize in 1...40 {
            var splitter = LineSplitter(limit: 8)
            var lines: [String] = []
            var rest = Array(
                "12345678\n123456789\nshort\n\(String(repeating: "x", count: 30))\nend".utf8)[...]
            while !rest.isEmpty {
                splitter.append(rest.prefix(pieceSize))
                rest = rest.dropFirst(pieceSize)
                while let line = splitter.next() { lines.append(describe(line)) }
            }
            if let line = splitter.takeRest() { lines.append(describe(line)) }
            #expect(lines == ["12345678", "too long: 9", "short", "too long: 30", "end"])
        }
    }

    @Test func `a stream that ends in a line too long says so`() {
        var splitter = LineSplitter(limit: 8)
        splitter.append(Array("1234567890".utf8)[...])
        #expect(splitter.next() == nil)
        splitter.append(Array("12".utf8)[...])
        #expect(splitter.next() == nil)
        #expect(splitter.takeRest() == .tooLong(byteCount: 12))
        #expect(splitter.takeRest() == nil)
    }

    private func describe(_ line: LineSplitter.Line) -> String {
        switch line {
        case .whole(let bytes): String(decoding: bytes, as: UTF8.self)
        case .tooLong(let count): "too long: \(count)"
        }
    }
}
