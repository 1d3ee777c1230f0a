import Engine

/// Makes JSON texts, valid ones and slightly wrong ones, the same for the same seed.
struct JSONGenerator {
    private var random: RandomStream
    private var keyCount = 0

    init(seed: UInt64) {
        random = RandomStream(seed: seed, purpose: .workload)
    }

    /// A valid text with all kinds of values, spellings and whitespace.
    mutating func text() -> [UInt8] {
        Array((space() + value(depth: 0) + space()).utf8)
    }

    /// `text` with one to three small damages, which may leave it valid; never a byte order mark at
    /// the start, nor a NUL.
    mutating func mutate(_ text: [UInt8]) -> [UInt8] {
        var bytes = text
        for _ in 0...random.integer(below: 3) {
            let index = random.integer(below: bytes.count + 1)
            switch random.integer(below: 6) {
            case 0 where index < bytes.count: bytes.remove(at: index)
            case 1 where index < bytes.count: bytes[index] ^= 1 << UInt8(random.integer(below: 8))
            case 2: bytes.insert(UInt8(1 + random.integer(below: 255)), at: index)
            case 3 where index < bytes.count: bytes[index] = pick(Array(#"{}[]",:\u0-e.t "#.utf8))
            case 4: bytes.insert(contentsOf: Array(pick(Self.fragments).utf8), at: index)
            default: bytes.removeLast(min(bytes.count, random.integer(below: 4)))
            }
        }
        bytes.removeAll { $0 == 0 }
        return bytes
    }

    private static let fragments = [
        "\\ud800", "\\udc00", "\\ud83d\\ude00", "\\u00", "\\x", "01", "-", "+1", "1.", ".5", "1e",
        "1e+", ",,", ",]", ",}", "[[", "{}", "null", "nul", "True", "NaN", "Infinity", "'a'", "//",
        "/**/", "é", "\u{1F}", "\u{7F}", "\u{2028}", "\t", "\r\n",
    ]

    private mutating func value(depth: Int) -> String {
        switch random.integer(below: depth < 5 ? 9 : 6) {
        case 0: pick(["null", "true", "false"])
        case 1, 2: number()
        case 3, 4, 5: string()
        case 6, 7: list("[", "]") { $0.value(depth: depth + 1) }
        default:
            list("{", "}") {
                $0.key() + $0.space() + ":" + $0.space() + $0.value(depth: depth + 1)
            }
        }
    }

    private mutating func list(
        _ open: String, _ close: String, item: (inout JSONGenerator) -> String
    ) -> String {
        var items: [String] = []
        for _ in 0..<random.integer(below: 5) { items.append(space() + item(&self) + space()) }
        return open + (items.isEmpty ? space() : items.joined(separator: ",")) + close
    }

    /// A string that no other key of the run equals.
    private mutating func key() -> String {
        keyCount += 1
        return "\"\(keyCount) " + string().dropFirst()
    }

    private mutating func number() -> String {
        var text = random.coin() ? "-" : ""
        text += random.integer(below: 3) == 0 ? "0" : "\(1 + random.integer(below: 1_000_000_000))"
        if random.integer(below: 3) == 0 { text += ".\(random.integer(below: 100_000))" }
        if random.integer(below: 3) == 0 {
            text += pick(["e", "E"]) + pick(["", "+", "-"]) + "\(random.integer(below: 40))"
        }
        return text
    }

    private mutating func string() -> String {
        var text = "\""
        for _ in 0..<random.integer(below: 8) {
            text += pick([
                "a", "Z", "0", " ", "/", "é", "e\u{301}", "日", "😀", "\u{7F}", "\u{2028}",
                "\u{FFFF}", #"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#,
                #"\u0000"#, #"\u001F"#, #"\u00e9"#, #"\u00E9"#, #"\uD83D\uDE00"#, #"\ud7ff"#,
                #"\uE000"#, #"\uffff"#,
            ])
        }
        return text + "\""
    }

    private mutating func space() -> String {
        random.integer(below: 4) == 0 ? pick([" ", "\n", "\t", "\r", " \r\n\t "]) : ""
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[random.integer(below: elements.count)]
    }
}
