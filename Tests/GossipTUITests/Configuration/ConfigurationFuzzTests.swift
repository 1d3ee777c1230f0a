import Engine
import Testing

@testable import GossipTUI

/// Whatever is in a file, the reader takes it or says what is wrong with it.
struct ConfigurationFuzzTests {
    /// Pieces of TOML, right and wrong.
    private static let pieces = [
        "theme", "glyphs", "speed", "fps", "scenario", "keys", "pause", "partition", "close", "=",
        " = ", "\n", "\r\n", "[", "]", "[[", "]]", "{", "}", ",", ".", "\"", "'", "\"\"\"", "'''",
        "#", "30", "-1", "0x1F", "1e400", "nan", "inf", "1979-05-27T07:32:00Z", "true", "\"x1\"",
        "\"p\"", "\"Ctrl-P\"", "\"Esc\"", "[\"a\", \"b\"]", "[keys]\n", "\"\\u0000\"",
        "\"\\uD800\"",
        "\"--node-count 9\"", "\"--fault 'kill n3 at 1s'\"", "\"'\"", "\\", "\u{0}", "\u{fffd}",
        "\u{feff}", "\u{2028}", "é", "👩‍👩‍👧",
    ]

    private func check(_ text: String, _ seed: UInt64) {
        guard let complaint = complaint(about: text) else { return }
        #expect(complaint.hasPrefix("config.toml"), "seed \(seed): \(text.debugDescription)")
        #expect(complaint.count < 1_000, "seed \(seed): \(text.debugDescription)")
    }

    @Test(arguments: 0..<8)
    func `Any bytes`(seed: UInt64) {
        var random = RandomStream(seed: seed, purpose: .faults)
        for _ in 0..<100 {
            let bytes = (0..<random.integer(below: 300)).map { _ in
                UInt8(truncatingIfNeeded: random.next())
            }
            check(String(decoding: bytes, as: UTF8.self), seed)
        }
    }

    @Test(arguments: 0..<8)
    func `Any pieces of a file`(seed: UInt64) {
        var random = RandomStream(seed: seed, purpose: .network)
        for _ in 0..<150 {
            let pieces = (0..<random.integer(below: 20)).map { _ in
                Self.pieces[random.integer(below: Self.pieces.count)]
            }
            check(pieces.joined(), seed)
        }
    }

    @Test(arguments: 0..<8)
    func `A good file with some bytes changed, lost or doubled`(seed: UInt64) throws {
        let original = Array(try ConfigurationExample.text().utf8)
        var random = RandomStream(seed: seed, purpose: .workload)
        for _ in 0..<40 {
            var bytes = original
            for _ in 0...random.integer(below: 4) {
                let place = random.integer(below: bytes.count)
                switch random.integer(below: 4) {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(bytes[place], at: place)
                default: bytes = Array(bytes[..<max(1, place)])
                }
            }
            check(String(decoding: bytes, as: UTF8.self), seed)
        }
    }
}
