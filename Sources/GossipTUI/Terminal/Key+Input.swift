extension Key {
    /// The keys that were pressed for `inputs`, which arrived together.
    ///
    /// Keys that the dashboard does not know are left out. So are the sequences of keys that nobody
    /// knows: taken for Esc and letters, they would do things nobody asked for.
    static func keys(in inputs: [CursesScreen.Input]) -> [Key] {
        var keys: [Key] = []
        var rest = inputs[...]
        while let input = rest.popFirst() {
            if Mouse.begins(input, rest) {
                if let mouse = Mouse.take(from: &rest) { keys.append(.mouse(mouse)) }
                continue
            }
            if input == .character("\u{1b}"), let sequence = takeSequence(from: &rest) {
                if let key = sequences[sequence] { keys.append(key) }
                continue
            }
            if let key = key(for: input) { keys.append(key) }
        }
        return keys
    }

    private static func key(for input: CursesScreen.Input) -> Key? {
        switch input {
        case .up: .up
        case .down: .down
        case .left: .left
        case .right: .right
        case .enter, .character("\r"), .character("\n"): .enter
        case .character("\u{1b}"): .escape
        case .backspace, .character("\u{7f}"), .character("\u{08}"): .backspace
        case .backTab: .backTab
        case .pageUp: .pageUp
        case .pageDown: .pageDown
        case .delete: .delete
        case .character(let scalar) where ("\u{01}"..."\u{1a}").contains(scalar):
            .control(Character(Unicode.Scalar(UInt8(ascii: "a") - 1 + UInt8(scalar.value))))
        case .character(let scalar) where scalar.properties.generalCategory != .control:
            .character(Character(scalar))
        case .character, .mouse, .other: nil
        }
    }

    /// What keys send whatever the terminal's description says of them: the one of curses is about
    /// one of two modes of the keyboard, and not all terminals heed it.
    private static let sequences: [String: Key] = [
        "[A": .up, "[B": .down, "[C": .right, "[D": .left, "[Z": .backTab,
        "OA": .up, "OB": .down, "OC": .right, "OD": .left, "OM": .enter,
        "[H": .control("a"), "OH": .control("a"), "[1~": .control("a"), "[7~": .control("a"),
        "[F": .control("e"), "OF": .control("e"), "[4~": .control("e"), "[8~": .control("e"),
        "[3~": .delete, "[5~": .pageUp, "[6~": .pageDown,
    ]

    /// Takes what follows Esc in a sequence (`[` and all up to a letter, or `O` and one more); nil if
    /// this is none.
    private static func takeSequence(from rest: inout ArraySlice<CursesScreen.Input>) -> String? {
        guard let start = rest.first, start == .character("[") || start == .character("O") else {
            return nil
        }
        rest.removeFirst()
        let isShort = start == .character("O")
        var sequence = isShort ? "O" : "["
        while case .character(let scalar)? = rest.popFirst() {
            sequence.unicodeScalars.append(scalar)
            if isShort || ("@"..."~").contains(scalar) { break }
        }
        return sequence
    }
}
