/// Makes keys of what curses reads, though a key or a report of the mouse may arrive in pieces.
struct KeyReader {
    /// What arrives later than this belongs to nothing that was begun; sooner after Esc and one
    /// character, which a person may have typed.
    private static let longestGap = (
        usual: Duration.milliseconds(500), typed: Duration.milliseconds(50)
    )

    /// The start of something that has not arrived as a whole, and when it did.
    private var unfinished: [CursesScreen.Input] = []
    private var arrival: ContinuousClock.Instant?

    /// The keys that `inputs`, which arrived at `now`, complete.
    ///
    /// Keys that the dashboard does not know are left out. So are the sequences of keys that nobody
    /// knows: taken for Esc and letters, they would do things nobody asked for.
    mutating func keys(
        in inputs: [CursesScreen.Input], at now: ContinuousClock.Instant
    ) -> [Key] {
        guard !inputs.isEmpty else { return [] }
        let gap = unfinished.count <= 2 ? Self.longestGap.typed : Self.longestGap.usual
        if let arrival, now - arrival > gap { unfinished = [] }
        var rest = (unfinished + inputs)[...]
        var keys: [Key] = []
        while let count = Self.countOfFirst(in: rest) {
            if let key = Key(rest.prefix(count)) { keys.append(key) }
            rest = rest.dropFirst(count)
        }
        unfinished = Array(rest)
        arrival = now
        return keys
    }

    /// How many of `inputs` the first key or report has; nil if there is none, or not all of it.
    ///
    /// A sequence is Esc, `[` and all up to a letter, or Esc, `O` and one more. Curses knows the
    /// start of reports of the mouse from some descriptions of terminals and not from others.
    private static func countOfFirst(in inputs: ArraySlice<CursesScreen.Input>) -> Int? {
        guard let first = inputs.first else { return nil }
        let rest = inputs.dropFirst()
        if first == .mouse {
            if rest.isEmpty { return nil }
            let numbers = rest.prefix(while: \.isPartOfReport)
            // The older form has three characters of any kind.
            let count = numbers.isEmpty ? 3 : numbers.count + 1
            return rest.count < count ? nil : 1 + count
        }
        guard first == .character("\u{1b}"), let second = rest.first else { return 1 }
        switch second {
        case .character("O"): return inputs.count < 3 ? nil : 3
        case .character("["):
            let parts = rest.dropFirst().prefix(while: \.isPartOfSequence)
            let count = 2 + parts.count
            guard count < inputs.count else { return nil }
            // What cannot be in a sequence cuts it off.
            return inputs[inputs.startIndex + count].endsSequence ? count + 1 : count
        default: return 1
        }
    }
}

extension CursesScreen.Input {
    fileprivate var isPartOfReport: Bool {
        if case .character("0"..."9") = self { true } else { self == .character(";") }
    }

    fileprivate var isPartOfSequence: Bool {
        if case .character(" "..."?") = self { true } else { false }
    }

    fileprivate var endsSequence: Bool {
        if case .character("@"..."~") = self { true } else { false }
    }
}
