import Engine

/// The lesson: chapters with a run each, a question, and what the run answers.
extension DashboardState {
    /// What `key` does in the lesson; nil for what it does anywhere.
    func lessonAction(for key: Key) -> DashboardAction? {
        guard let lesson else { return nil }
        switch key {
        case .right, .enter: return .lessonForward
        case .left, .backspace: return .lessonBack
        case "R": return .replayChapter
        default: return lesson.choice(for: key).map(DashboardAction.answer)
        }
    }

    /// Starts the chapter in a place, from its start.
    mutating func start(chapter index: Int) -> DashboardEffect? {
        let chapter = Lesson.chapters[index]
        startOver(nodeCount: chapter.scenes[0].scenario.nodeCount)
        mode = .watching
        if arrangement == .details { arrangement = .everything }
        lesson = LessonProgress(index: index)
        speed = lessonSpeed ?? chapter.speed
        detail = chapter.detail ?? .inFlight
        trail = RunTrail()
        if chapter.scenes.count > 1 {
            var rival = snapshot
            rival.scenario = chapter.scenes[1].scenario
            race = Rivalry(names: chapter.scenes.map(\.name), rival: rival)
        }
        return .chapter
    }

    /// Leaves the clusters as they are, to be played with.
    mutating func leaveLesson() -> DashboardEffect? {
        lesson = nil
        notice = "free play: everything here is yours; \(keys.label(for: .lesson)) opens the lesson"
        return nil
    }

    mutating func answer(_ choice: Int) {
        lesson?.choice = choice
        lesson?.isRevealWanted = true
        noteLesson()
    }

    /// Shows the answer, at once if the run can give it; then goes to the next chapter.
    mutating func lessonForward() -> DashboardEffect? {
        guard let lesson else { return nil }
        switch lesson.stage(at: snapshot.now) {
        case .revealed:
            guard lesson.index + 1 < Lesson.chapters.count else {
                notice = "that was the last chapter: Esc leaves into free play"
                return nil
            }
            return start(chapter: lesson.index + 1)
        case .answerable:
            self.lesson?.isRevealWanted = true
            noteLesson()
            return nil
        case .watching:
            guard !lesson.isRevealWanted else {
                return .goOn(
                    Goal(
                        limit: .zero + lesson.chapter.revealTime, isPlayedOn: playback == .playing))
            }
            self.lesson?.isRevealWanted = true
            notice =
                "the answer comes at \((.zero + lesson.chapter.revealTime).fineClock); once more goes there"
            return nil
        }
    }

    /// Takes in what there is to see: the answer, and the value that the chapter is about.
    mutating func noteLesson() {
        guard let lesson else { return }
        let chapter = lesson.chapter
        if chapter.detail == .value, selectedValue == nil {
            let origins = chapter.scenes[0].cues.compactMap { cue -> NodeID? in
                if case .broadcast(let node) = cue.command { node } else { nil }
            }
            selectedValue =
                snapshot.recentValues.first { origins.isEmpty || origins.contains($0.origin) }?
                .value
        }
        guard lesson.isRevealWanted else { return }
        let snapshots = [snapshot] + [race?.rival].compactMap(\.self)
        guard let finding = chapter.reveal(snapshots) else { return }
        // As long as the run goes on, so do the figures, but what is done to it by hand afterwards
        // is no answer.
        if lesson.finding?.isConfirmed(by: finding) ?? true {
            self.lesson?.finding = finding
        }
    }
}
