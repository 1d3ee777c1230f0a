import Testing

@testable import GossipTUI

struct KeyInputTests {
    @Test("Characters, control characters and named keys become keys, in order")
    func keys() {
        let inputs: [CursesScreen.Input] = [
            .character("t"), .character("T"), .up, .character("\u{03}"), .character("\r"), .enter,
            .left, .character("é"), .character("\u{1a}"),
        ]
        let keys: [Key] = [
            "t", "T", .up, .control("c"), .enter, .enter, .left, "é", .control("z"),
        ]
        #expect(Self.keys(in: inputs) == keys)
    }

    @Test("Esc alone, or before a letter, is Esc")
    func escape() {
        #expect(Self.keys(in: typed("\u{1b}")) == [.escape])
        #expect(Self.keys(in: typed("\u{1b}q")) == [.escape, "q"])
        #expect(Self.keys(in: typed("\u{1b}\u{1b}")) == [.escape, .escape])
    }

    @Test(
        "The sequence of an unknown key does nothing, whole or cut off",
        arguments: ["[15;6~", "[<0;12;3~", "OP", "[", "O", "[1;"])
    func unknownSequence(sequence: String) {
        #expect(Self.keys(in: typed("\u{1b}" + sequence)) == [])
    }

    @Test(
        "Keys that come as sequences which the terminal's description does not have",
        arguments: [
            ("[A", .up), ("OB", .down), ("[C", .right), ("[D", .left), ("[Z", .backTab),
            ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[H", .control("a")),
            ("OF", .control("e")),
        ] as [(String, Key)])
    func sequence(sequence: String, key: Key) {
        #expect(Self.keys(in: typed("x\u{1b}" + sequence + "y")) == ["x", key, "y"])
    }

    @Test("Keys around the sequence of an unknown key count")
    func around() {
        #expect(Self.keys(in: typed("a\u{1b}[15;6~3\u{1b}OPb")) == ["a", "3", "b"])
    }

    @Test("All that terminals send for the backspace key")
    func backspace() {
        let inputs: [CursesScreen.Input] = [
            .backspace, .character("\u{7f}"), .character("\u{08}"),
        ]
        #expect(Self.keys(in: inputs) == [.backspace, .backspace, .backspace])
    }

    @Test(
        "Reports of the mouse",
        arguments: [
            ("[<0;12;3M", [.mouse(Mouse(action: .press, column: 11, row: 2))]),
            ("[<0;250;1m", [.mouse(Mouse(action: .release, column: 249, row: 0))]),
            ("[<64;12;3M", [.mouse(Mouse(action: .wheelUp, column: 11, row: 2))]),
            ("[<65;1;1M", [.mouse(Mouse(action: .wheelDown, column: 0, row: 0))]),
            ("[<2;12;3M", []), ("[<66;12;3M", []), ("[<0;0;3M", []), ("[<0;3M", []),
            ("[<0;1;2;3M", []), ("[<0;99999999999999999999;2M", []),
            ("[<0;9223372036854775807;4611686018427387904M", []), ("[<0;65536;1M", []),
        ] as [(String, [Key])])
    func mouse(report: String, keys: [Key]) {
        #expect(Self.keys(in: typed("a\u{1b}" + report + "b")) == ["a"] + keys + ["b"])
        let rest = typed(String(report.dropFirst(2)) + "b")
        #expect(Self.keys(in: typed("a") + [.mouse] + rest) == ["a"] + keys + ["b"])
    }

    @Test("A report of the mouse in the older form does nothing")
    func olderMouse() {
        #expect(Self.keys(in: [.mouse] + typed(" !!b")) == ["b"])
        #expect(Self.keys(in: [.mouse]) == [])
    }

    @Test("What has no meaning is left out", arguments: [0x00, 0x1c, 0x1d, 0x9b] as [UInt8])
    func meaningless(code: UInt8) {
        #expect(Self.keys(in: [.character(Unicode.Scalar(code)), .other]) == [])
    }

    @Test(
        "A sequence or a report that arrives in pieces is what it is as a whole",
        arguments: [
            ("[<0;12;3m", .mouse(Mouse(action: .release, column: 11, row: 2))), ("[5~", .pageUp),
            ("OA", .up),
        ] as [(String, Key)])
    func pieces(sequence: String, key: Key) {
        let inputs = typed("\u{1b}" + sequence)
        // Esc alone is Esc: curses waits for what belongs to it.
        for length in 2..<inputs.count {
            var reader = KeyReader()
            let now = ContinuousClock.now
            #expect(reader.keys(in: Array(inputs.prefix(length)), at: now) == [])
            #expect(reader.keys(in: [], at: now + .milliseconds(10)) == [])
            let rest = Array(inputs.dropFirst(length)) + typed("q")
            let gap = Duration.milliseconds(length == 2 ? 40 : 300)
            #expect(reader.keys(in: rest, at: now + gap) == [key, "q"])
        }
    }

    @Test("What comes long after a sequence that was cut off stands for itself")
    func late() {
        var reader = KeyReader()
        let now = ContinuousClock.now
        #expect(reader.keys(in: typed("\u{1b}[1;"), at: now) == [])
        #expect(reader.keys(in: typed("q"), at: now + .milliseconds(600)) == ["q"])
        // Alt and a bracket, by hand.
        #expect(reader.keys(in: typed("\u{1b}["), at: now + .seconds(2)) == [])
        #expect(reader.keys(in: typed("q"), at: now + .milliseconds(2_150)) == ["q"])
    }

    @Test("What cannot be in a sequence cuts it off", arguments: ["[\u{03}", "[1;\u{03}"])
    func cutOff(sequence: String) {
        #expect(Self.keys(in: typed("\u{1b}" + sequence)) == [.control("c")])
        #expect(Self.keys(in: typed("\u{1b}[1") + [.up]) == [.up])
    }

    /// The keys for what arrives at once.
    private static func keys(in inputs: [CursesScreen.Input]) -> [Key] {
        var reader = KeyReader()
        return reader.keys(in: inputs, at: .now)
    }

    private func typed(_ text: String) -> [CursesScreen.Input] {
        text.unicodeScalars.map(CursesScreen.Input.character)
    }
}
