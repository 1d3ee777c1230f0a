import Engine

/// How far somebody has come in the lesson.
struct LessonProgress: Hashable {
    /// What can be seen of a chapter.
    enum Stage: Hashable {
        /// The question is asked, and the run cannot answer it yet.
        case watching
        /// The run could answer it.
        case answerable
        /// It has.
        case revealed
    }

    /// The place of the chapter among all.
    var index: Int
    /// The place of the answer that was given; nil without one.
    var choice: Int?
    /// Whether the answer is to be shown as soon as there is one.
    var isRevealWanted = false
    /// What the run says; nil before it is shown.
    var finding: Finding?

    var chapter: Chapter { Lesson.chapters[index] }

    /// The stage that the chapter is in at `now`.
    func stage(at now: Instant) -> Stage {
        if finding != nil { return .revealed }
        return now.sinceStart >= chapter.revealTime ? .answerable : .watching
    }

    /// The choice that `key` stands for while nothing is revealed; nil for any other key.
    func choice(for key: Key) -> Int? {
        guard case .character(let character) = key, finding == nil,
            let number = character.wholeNumberValue, chapter.choices.indices.contains(number - 1)
        else { return nil }
        return number - 1
    }
}
