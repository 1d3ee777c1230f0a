import Engine

/// What the lesson says: what to watch, the question with its choices, and what the run answers.
///
/// ```
/// ╭ lesson 3 of 11 ── The grid and its long way ───────────────────╮
/// │ At 0.1 s a value starts at n0: watch it cross the grid …       │
/// │ How long does the slowest value take to be known everywhere?   │
/// │ 1 100 ms, one hop                                              │
/// │ 2 400 ms, from the middle to a corner                          │
/// ╰─ 1-4 answer  → reveal  ← back  R again  Esc free play ─────────╯
/// ```
struct LessonBox {
    let progress: LessonProgress
    let state: DashboardState

    /// How many rows it takes on a screen of so many, border included.
    static func rows(onScreenOf rows: Int) -> Int { min(11, max(0, rows - 4)) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard area.rows >= 3, area.columns >= 12 else { return }
        let chapter = progress.chapter
        let title =
            "lesson \(progress.index + 1) of \(Lesson.chapters.count) ── \(chapter.title)"
        PaneFrame(title: title, area: area, isFirst: true).draw(on: &canvas)
        let inside = PaneFrame.inside(of: area)
        let lines = lines(width: inside.columns, rows: inside.rows)
        for (offset, line) in lines.prefix(inside.rows).enumerated() {
            canvas.write(
                line, column: inside.column, row: inside.row + offset, width: inside.columns)
        }
        canvas.write(
            keys(within: area.columns - 4), column: area.column + 2,
            row: area.row + area.rows - 1, width: area.columns - 4)
    }

    private func lines(width: Int, rows: Int) -> [StyledText] {
        guard let finding = progress.finding else { return question(width: width, rows: rows) }
        return verdict(on: finding, width: width)
            + finding.text.wrapped(to: width).map { StyledText($0, .plain) }
    }

    /// What to watch, the question and the choices; where there are few rows, the choices first.
    private func question(width: Int, rows: Int) -> [StyledText] {
        let chapter = progress.chapter
        let watch = chapter.watch.wrapped(to: width).map(StyledText.label)
        let question = chapter.question.wrapped(to: width)
        let choices = chapter.choices.enumerated().map { place, choice in
            StyledText("\(place + 1)", .key) + .label(" ")
                + StyledText(choice, progress.choice == place ? .selected : .plain)
        }
        let room = max(0, rows - choices.count)
        let isRoomy = watch.count + question.count <= room
        let cut = question.prefix(room).enumerated().map { place, line in
            place + 1 == room && room < question.count ? "\(line) …".shortened(to: width) : line
        }
        return (isRoomy ? watch : []) + cut.map { StyledText($0, .figure) } + choices
    }

    /// What was asked, what was answered, and whether that is right.
    private func verdict(on finding: Finding, width: Int) -> [StyledText] {
        let choices = progress.chapter.choices
        var lines = progress.chapter.question.wrapped(to: width).map(StyledText.label)
        guard let answer = finding.answer else { return lines }
        let right = StyledText("\(answer + 1) \(choices[answer])", .figure)
        switch progress.choice {
        case nil: lines.append(.label("The run says: ") + right)
        case answer?: lines.append(StyledText("✓ ", .pass) + right + .label(", as you said"))
        case let choice?:
            lines.append(
                StyledText("✗ ", .fail) + right + .label(", not \(choice + 1)"))
        }
        return lines
    }

    /// What the key for going forward does.
    private var forward: String {
        if progress.finding != nil { return "next" }
        guard progress.isRevealWanted else { return "reveal" }
        return "go to the answer, at \((Instant.zero + progress.chapter.revealTime).fineClock)"
    }

    private func keys(within columns: Int) -> StyledText {
        let isRevealed = progress.finding != nil
        let isLast = progress.index + 1 == Lesson.chapters.count
        let count = progress.chapter.choices.count
        let entries: [(String, String)?] = [
            isRevealed ? nil : ("1-\(count)", "answer"),
            isRevealed && isLast ? nil : ("→", forward),
            progress.index == 0 ? nil : ("←", "back"),
            ("R", "again"), ("Esc", "free play"),
        ]
        let parts = entries.compactMap(\.self).map { key, word in
            StyledText(key, .key) + .label(" \(word)")
        }
        return .label(" ") + .joining(parts, within: columns - 2) + .label(" ")
    }
}
