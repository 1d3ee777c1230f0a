/// The chapters in the order in which they are told.
enum Lesson {
    /// All of them; the first one has number 1.
    static let chapters: [Chapter] = [
        .noRelaying, .everyoneToEveryone, .grid, .ring, .heap, .noTree, .batches, .partition,
        .repair, .pushPull, .limit,
    ]

    /// The chapter that `text` names, by its name or its number.
    static func chapter(_ text: String) throws(LessonError) -> Chapter {
        guard let index = index(of: text) else { throw LessonError(wanted: text) }
        return chapters[index]
    }

    /// The place of a chapter in `chapters`, by its name or its number, which is one more.
    static func index(of text: String) -> Int? {
        if let number = Int(text) {
            return chapters.indices.contains(number - 1) ? number - 1 : nil
        }
        let wanted = text.lowercased()
        return chapters.firstIndex { $0.name == wanted }
    }
}

/// Nobody knows a chapter of this name.
struct LessonError: Error, Hashable, CustomStringConvertible {
    /// What was asked for.
    let wanted: String

    var description: String {
        let names = Lesson.chapters.map(\.name)
        let guess = wanted.lowercased().nearest(among: names)
        return "there is no chapter '\(wanted.brief)'"
            + (guess.map { "; perhaps '\($0)'?" } ?? "")
            + (guess == nil ? ": " : " ")
            + "chapters are 1 to \(names.count), or \(names.joined(separator: ", "))"
    }
}
