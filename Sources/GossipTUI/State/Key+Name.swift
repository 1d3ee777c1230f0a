extension Key {
    /// The keys that have a name of their own.
    static let named: [(name: String, key: Key)] = [
        ("Space", " "), ("Tab", .control("i")), ("Enter", .enter), ("Esc", .escape),
        ("Backspace", .backspace), ("Up", .up), ("Down", .down), ("Left", .left),
        ("Right", .right), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Shift-Tab", .backTab),
        ("Delete", .delete),
    ]

    /// The key that is called `name`: a single character, a name whatever its case, or `Ctrl-` and
    /// a letter; nil if there is none.
    init?(name: String) {
        let lowercase = name.lowercased()
        if let named = Self.named.first(where: { $0.name.lowercased() == lowercase }) {
            self = named.key
            return
        }
        let scalars = name.unicodeScalars
        if lowercase.hasPrefix("ctrl-"), let letter = lowercase.last, scalars.count == 6,
            ("a"..."z").contains(letter)
        {
            self = Self.control(with: letter)
            return
        }
        guard scalars.count == 1, let scalar = scalars.first, scalar.isPrintable else { return nil }
        self = .character(Character(scalar))
    }

    /// What a terminal sends for Control and a letter: some are keys of their own.
    private static func control(with letter: Character) -> Key {
        switch letter {
        case "h": .backspace
        case "j", "m": .enter
        default: .control(letter)
        }
    }

    /// What a person calls the key: `P`, `Space`, `Ctrl-P`.
    var name: String {
        if let named = Self.named.first(where: { $0.key == self }) { return named.name }
        return switch self {
        case .character(let character): String(character)
        case .control(let letter): "Ctrl-\(letter.uppercased())"
        case .mouse: "mouse"
        case .up, .down, .left, .right, .escape, .enter, .backspace, .backTab, .pageUp, .pageDown,
            .delete:
            ""
        }
    }

    /// The key as the screen shows it, such as `space`, `↑`, `Ctrl-P`.
    var label: String {
        switch self {
        case " ": "space"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .backTab: "S-Tab"
        case .character, .escape, .enter, .backspace, .delete, .mouse, .control: name
        }
    }
}

extension Unicode.Scalar {
    /// Whether it stands in a cell of its own and can be seen, or is the blank.
    fileprivate var isPrintable: Bool {
        if self == " " { return true }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
            .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
            .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            true
        case .modifierLetter, .nonspacingMark, .spacingMark, .enclosingMark, .spaceSeparator,
            .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse,
            .unassigned:
            false
        @unknown default: false
        }
    }
}
