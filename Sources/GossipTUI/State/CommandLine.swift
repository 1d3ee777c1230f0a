/// The line that a person writes after `:`, and the lines before it.
struct CommandLine: Hashable {
    /// What a key does to the line.
    enum Edit: Hashable {
        case insert(Character)
        case deleteBackward
        case deleteForward
        case deleteToEnd
        case deleteWord
        case clear
        case moveLeft
        case moveRight
        case moveToStart
        case moveToEnd
        /// The line before this one.
        case recallPrevious
        /// The line after this one.
        case recallNext
        /// Writes as much of the word as all candidates have in common.
        case complete
        /// Carries the line out.
        case run
    }

    /// How many lines are remembered.
    private static let longestHistory = 100

    private(set) var text = ""
    /// How many characters are left of the cursor, 0...text.count.
    private(set) var cursor = 0
    /// The lines before, oldest first.
    private(set) var history: [String] = []
    /// The place of the line in the history; the history's length for one that is new.
    private var place = 0
    /// The new line while an older one is shown.
    private var draft = ""

    /// The edit that `key` stands for; nil for none.
    static func edit(for key: Key) -> Edit? {
        switch key {
        case .character(let character): character.isASCII ? .insert(character) : nil
        case .backspace: .deleteBackward
        case .delete: .deleteForward
        case .control("k"): .deleteToEnd
        case .left: .moveLeft
        case .right: .moveRight
        case .up, .control("p"): .recallPrevious
        case .down, .control("n"): .recallNext
        case .enter: .run
        case .control("i"): .complete
        case .control("a"): .moveToStart
        case .control("e"): .moveToEnd
        case .control("u"): .clear
        case .control("w"): .deleteWord
        case .escape, .backTab, .pageUp, .pageDown, .control, .mouse: nil
        }
    }

    /// Does what `edit` says to the line; `.run` is for `take`.
    mutating func apply(_ edit: Edit) {
        switch edit {
        // Two blanks would be one; completion may have written the first.
        case .insert(" ") where left.hasSuffix(" "): break
        case .insert(let character): replace(last: 0, with: String(character))
        case .deleteBackward: replace(last: min(1, cursor), with: "")
        case .deleteForward: text = left + text.dropFirst(cursor + 1)
        case .deleteToEnd: text = left
        case .deleteWord:
            let blanks = left.reversed().prefix { $0 == " " }.count
            let word = left.dropLast(blanks).reversed().prefix { $0 != " " }.count
            replace(last: blanks + word, with: "")
        case .clear: set("")
        case .moveLeft: cursor = max(0, cursor - 1)
        case .moveRight: cursor = min(text.count, cursor + 1)
        case .moveToStart: cursor = 0
        case .moveToEnd: cursor = text.count
        case .recallPrevious: recall(place - 1)
        case .recallNext: recall(place + 1)
        case .complete: complete()
        case .run: break
        }
    }

    /// The line, which is then empty and remembered.
    mutating func take() -> String {
        let line = text
        if !line.isEmpty && history.last != line {
            history = history.suffix(Self.longestHistory - 1) + [line]
        }
        close()
        return line
    }

    /// Begins a new line that has `text` already.
    mutating func begin(with text: String) {
        close()
        set(text)
    }

    /// Makes the line empty.
    mutating func close() {
        set("")
        place = history.count
        draft = ""
    }

    /// What the word at the cursor may become.
    var candidates: [String] { CommandVocabulary.candidates(after: left) }

    /// What is to come at the cursor where there are no candidates, such as `50ms`; nil if nothing.
    var example: String? { CommandVocabulary.example(after: left) }

    private var left: String { String(text.prefix(cursor)) }

    private mutating func complete() {
        let candidates = candidates
        guard let first = candidates.first else { return }
        let common = candidates.dropFirst().reduce(first) { common, candidate in
            String(zip(common, candidate).prefix { $0 == $1 }.map(\.0))
        }
        let written = left.reversed().prefix { $0 != " " }.count
        replace(last: written, with: candidates.count == 1 ? common + " " : common)
    }

    /// Puts `new` in place of the `count` characters left of the cursor.
    private mutating func replace(last count: Int, with new: String) {
        let start = left.dropLast(count) + new
        text = start + String(text.dropFirst(cursor))
        cursor = start.count
    }

    private mutating func set(_ line: String) {
        text = line
        cursor = line.count
    }

    private mutating func recall(_ next: Int) {
        guard next != place, (0...history.count).contains(next) else { return }
        if place == history.count { draft = text }
        place = next
        set(next == history.count ? draft : history[next])
    }
}
