extension Key {
    /// The keys that were pressed for `inputs`, which arrived together.
    ///
    /// Keys that the dashboard does not know are left out. So are the sequences that terminals send
    /// for keys that curses does not know either: taken for Esc and letters, they would do things
    /// nobody asked for.
    static func keys(in inputs: [CursesScreen.Input]) -> [Key] {
        var keys: [Key] = []
        var rest = inputs[...]
        while let input = rest.popFirst() {
            if Mouse.begins(input, rest) {
                if let mouse = Mouse.take(from: &rest) { keys.append(.mouse(mouse)) }
                continue
            }
            if input == .character("\u{1b}"), dropSequence(from: &rest) { continue }
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
        case .character(let scalar) where ("\u{01}"..."\u{1a}").contains(scalar):
            .control(Character(Unicode.Scalar(UInt8(ascii: "a") - 1 + UInt8(scalar.value))))
        case .character(let scalar) where scalar.properties.generalCategory != .control:
            .character(Character(scalar))
        case .character, .mouse, .other: nil
        }
    }

    /// Drops what follows Esc in a sequence (`[` and all up to a letter, or `O` and one more);
    /// false if this is none.
    private static func dropSequence(from rest: inout ArraySlice<CursesScreen.Input>) -> Bool {
        switch rest.first {
        case .character("["):
            rest.removeFirst()
            while case .character(let scalar)? = rest.popFirst() {
                if ("@"..."~").contains(scalar) { break }
            }
            return true
        case .character("O"):
            rest = rest.dropFirst(2)
            return true
        default: return false
        }
    }
}
