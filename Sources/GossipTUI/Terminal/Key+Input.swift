extension Key {
    /// The key that was pressed for `inputs`, which belong together; nil for one that nobody knows.
    init?(_ inputs: ArraySlice<CursesScreen.Input>) {
        let rest = inputs.dropFirst()
        let key: Key? =
            if rest.isEmpty {
                inputs.first.flatMap(Self.key)
            } else if inputs.first == .mouse {
                Mouse(report: rest).map(Key.mouse)
            } else if rest.starts(with: Mouse.start) {
                Mouse(report: rest.dropFirst(Mouse.start.count)).map(Key.mouse)
            } else {
                Self.sequences[String(String.UnicodeScalarView(rest.compactMap(\.scalar)))]
            }
        guard let key else { return nil }
        self = key
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
}
