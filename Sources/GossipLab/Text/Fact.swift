/// One fact of a report: its name in a column of its own, and beside it what there is to say.
struct Fact {
    /// What keeps two words on one line.
    static let tie = "\u{A0}"

    private static let nameWidth = 12

    /// The name; empty where the fact goes on with the one before.
    let name: String
    /// The rest, in one line.
    let text: String

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    /// The fact in lines of at most `columns` characters where its words allow it.
    func lines(columns: Int = 80) -> [String] {
        text.wrapped(to: columns - Self.nameWidth - 1).enumerated().map { place, line in
            (place == 0 ? name : "").padded(to: Self.nameWidth) + " "
                + String(line.map { $0 == "\u{A0}" ? " " : $0 })
        }
    }
}
