import Engine

/// When a lesson that plays itself goes on: once there was time to read what it shows.
struct Autoplay {
    /// When it goes on next; nil while it waits for the run, or has come to its end.
    private(set) var deadline: ContinuousClock.Instant?
    /// What has been on the screen since when the deadline was set.
    private var page: Page?

    private struct Page: Equatable {
        let index: Int
        let stage: LessonProgress.Stage
    }

    /// How long a reader takes for a character, and for any page.
    private static let perCharacter = Duration.milliseconds(55)
    private static let shortest = Duration.seconds(4)

    /// Whether the time for what is on the screen has passed at `now`; the cluster's own is
    /// `instant`.
    mutating func isOver(
        _ lesson: LessonProgress?, at now: ContinuousClock.Instant, of instant: Instant
    ) -> Bool {
        guard let lesson else {
            (page, deadline) = (nil, nil)
            return false
        }
        let present = Page(index: lesson.index, stage: lesson.stage(at: instant))
        if present != page {
            page = present
            deadline = span(for: lesson, present.stage).map { now + $0 }
        }
        guard let deadline, now >= deadline else { return false }
        self.deadline = nil
        return true
    }

    /// How long a page stands; nil for as long as it takes.
    private func span(for lesson: LessonProgress, _ stage: LessonProgress.Stage) -> Duration? {
        switch stage {
        case .watching: return nil
        case .answerable:
            let text = ([lesson.chapter.question] + lesson.chapter.choices).joined()
            return max(Self.shortest, Self.perCharacter * text.count)
        case .revealed:
            guard lesson.index + 1 < Lesson.chapters.count else { return nil }
            return max(Self.shortest, Self.perCharacter * (lesson.finding?.text.count ?? 0))
        }
    }
}
