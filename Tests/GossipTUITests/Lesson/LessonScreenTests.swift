import Engine
import Testing

@testable import GossipTUI

/// The lesson as somebody goes through it.
@Suite struct LessonScreenTests {
    /// A dashboard without a terminal, as far as the lesson needs one.
    private struct Classroom {
        var state: DashboardState
        var runs: [ClusterRun] = []

        init(chapter index: Int, columns: Int = 80, rows: Int = 24) {
            state = Scene.state(Scene.quiet(), columns: columns, rows: rows)
            carryOut(state.start(chapter: index))
        }

        mutating func press(_ key: Key) {
            carryOut(state.action(for: key).flatMap { state.apply($0) })
        }

        mutating func carryOut(_ effect: DashboardEffect?) {
            switch effect {
            case .chapter: runs = state.lesson?.chapter.scenes.map { ClusterRun($0) } ?? []
            case .goOn(let goal): advance(to: goal.limit)
            default: break
            }
            look()
        }

        mutating func advance(to instant: Instant) {
            for index in runs.indices { runs[index].advance(to: instant) }
            look()
        }

        private mutating func look() {
            state.snapshot = runs[0].snapshot(columns: state.columns)
            if runs.count > 1 { state.race?.rival = runs[1].snapshot(columns: state.columns) }
            state.timeLine = runs[0].timeLine
            state.noteLesson()
        }

        var text: String { render(state).text }
    }

    @Test(arguments: Lesson.chapters.indices)
    func everyChapterRunsToItsEndAndItsClaimsHold(index: Int) throws {
        var room = Classroom(chapter: index)
        #expect(room.text.contains("lesson \(index + 1) of 11"))
        room.press("1")
        #expect(room.state.lesson?.choice == 0)
        #expect(room.state.lesson?.finding == nil)
        room.press(.right)
        let finding = try #require(room.state.lesson?.finding)
        #expect(finding.answer != nil)
        #expect(finding.claims.filter { !$0.holds }.isEmpty)
        // All of it has room on the smallest screen that is meant for it.
        let text = room.text
        #expect(finding.text.wrapped(to: 76).filter { !text.contains($0) }.isEmpty)
        #expect(room.text.contains("Esc free play"))
    }

    @Test func onASmallScreenTheChoicesComeFirst() {
        var room = Classroom(chapter: 0)
        (room.state.columns, room.state.rows) = (40, 12)
        for choice in room.state.lesson?.chapter.choices ?? [] {
            #expect(room.text.contains(choice.prefix(30)), "\(room.text)")
        }
    }

    @Test func anAnswerGoesOnWithTheRunButNotWithWhatIsDoneToIt() throws {
        var room = Classroom(chapter: 2)
        room.press("3")
        room.press(.right)
        let first = try #require(room.state.lesson?.finding)
        #expect(first.answer == 2)
        room.state.snapshot.figures.propagation = LatencyHistogram()
        room.state.noteLesson()
        #expect(room.state.lesson?.finding == first)
        room = Classroom(chapter: 10)
        room.press(.right)
        room.press(.right)
        let early = try #require(room.state.lesson?.finding)
        room.state.snapshot.figures.traffic.readCount += 50
        room.state.noteLesson()
        let late = try #require(room.state.lesson?.finding)
        #expect(late.answer == early.answer && late.text != early.text)
    }

    @Test func whoAsksEarlyIsToldWhenTheAnswerComes() {
        var room = Classroom(chapter: 2)
        #expect(room.text.contains("→ reveal"))
        _ = room.state.apply(.lessonForward)
        #expect(room.text.contains("→ go to the answer, at 0:0"))
    }

    @Test func theStoryGoesForwardAndBackAndIntoFreePlay() {
        var room = Classroom(chapter: 0)
        room.press(.left)
        #expect(room.state.lesson?.index == 0)
        for _ in 0..<3 { room.press(.right) }
        #expect(room.state.lesson?.index == 1)
        room.press(.left)
        #expect(room.state.lesson?.index == 0 && room.state.lesson?.finding == nil)
        room.press(.escape)
        #expect(room.state.lesson == nil)
        #expect(!room.text.contains("lesson 1 of"))
        room.carryOut(room.state.start(chapter: 10))
        for _ in 0..<5 { room.press(.enter) }
        #expect(room.state.lesson?.index == 10)
        #expect(room.state.notice?.hasPrefix("that was the last chapter") == true)
    }

    @Test func anAnswerIsJudgedByTheRun() throws {
        var room = Classroom(chapter: try #require(Lesson.index(of: "grid")))
        room.press("2")
        room.advance(to: .zero + .seconds(3))
        #expect(room.text.contains("✗ 3 800 ms, from corner to corner, not 2"))
        room.press("R")
        room.press("3")
        room.advance(to: .zero + .seconds(3))
        #expect(room.text.contains("✓ 3 800 ms, from corner to corner, as you said"))
    }

    @Test func digitsAreTabsAgainOnceTheAnswerIsThere() throws {
        var room = Classroom(chapter: try #require(Lesson.index(of: "grid")))
        #expect(room.state.action(for: "2") == .answer(1))
        #expect(room.state.action(for: "6") == .show(.log))
        room.press("3")
        room.advance(to: .zero + .seconds(3))
        #expect(room.state.action(for: "2") == .show(.node))
    }

    @Test(arguments: [(80, 24), (120, 40), (160, 50), (200, 60)])
    func theClusterAndTheQuestionAreSeenTogether(columns: Int, rows: Int) {
        for (index, chapter) in Lesson.chapters.enumerated() {
            var room = Classroom(chapter: index, columns: columns, rows: rows)
            room.advance(to: .zero + .seconds(1))
            let text = room.text
            let last = chapter.choices.last ?? ""
            #expect(text.contains("\(chapter.choices.count) \(last)"), "\(chapter.name)")
            #expect(text.contains("25 nodes"), "\(chapter.name)")
            let companions: [PaneKind: [String]] = [
                .values: ["values ──"], .traffic: ["traffic ──"],
                .details: ["value ──", "trade-off ──"],
            ]
            let titles = chapter.companion.flatMap { companions[$0] } ?? ["──"]
            #expect(titles.contains(where: text.contains), "\(chapter.name)")
            let figures = ["/broadcast", "messages per broadcast"]
            #expect(
                chapter.scenes.count == 1 || figures.contains(where: text.contains),
                "\(chapter.name)")
        }
    }

    @Test func smallScreensShowWhatTheyCan() {
        for (columns, rows) in [(60, 20), (40, 12), (20, 5), (10, 4), (1, 1)] {
            let room = Classroom(chapter: 2, columns: columns, rows: rows)
            #expect(render(room.state).columns == columns)
        }
    }

    // MARK: A lesson that plays itself

    @Test func pagesTurnOnceThereWasTimeToRead() throws {
        var room = Classroom(chapter: 9)
        var autoplay = Autoplay()
        let start = ContinuousClock.now
        func turns(after seconds: Int) -> Bool {
            autoplay.isOver(
                room.state.lesson, at: start + .seconds(seconds), of: room.state.snapshot.now)
        }
        #expect(!turns(after: 0) && autoplay.deadline == nil)
        room.advance(to: .zero + .seconds(11))
        #expect(!turns(after: 1))
        let deadline = try #require(autoplay.deadline)
        #expect(deadline - start >= .seconds(5))
        #expect(turns(after: 100))
        room.press(.right)
        #expect(room.state.lesson?.finding != nil)
        #expect(!turns(after: 101) && turns(after: 200))
        room.press(.right)
        #expect(room.state.lesson?.index == 10)
        room.advance(to: .zero + .seconds(60))
        room.press(.right)
        // The last page stays.
        #expect(!turns(after: 300) && autoplay.deadline == nil && !turns(after: 9_999))
    }
}
