import ArgumentParser
import Engine
import ScenarioOptions

/// `gossip-tui lesson`: the story of the broadcast challenge in chapters.
struct LessonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson",
        abstract:
            "Learn how gossip spreads, in \(Lesson.chapters.count) chapters with a question each.",
        discussion: """
            Each chapter runs a cluster and asks before it tells; every figure that it tells is that \
            of the run on the screen. The chapters are:

            \(Lesson.chapters.enumerated().map { "\($0 + 1) \($1.name)" }.joined(separator: ", ")).
            """)

    @Argument(help: ArgumentHelp("The chapter to begin with, by name or number. (default: 1)"))
    var chapter: String?

    @Flag(help: "Let the lesson play itself, for a talk.")
    var auto = false

    @OptionGroup(title: "Screen") var screen: ScreenOptions

    func validate() throws {
        do {
            if let chapter { _ = try Lesson.chapter(chapter) }
        } catch {
            throw ValidationError("\(error).")
        }
    }

    func run() throws {
        let configuration = try screen.configuration(readsUsual: true)
        let index = chapter.flatMap(Lesson.index) ?? 0
        try screen.openDashboard(
            on: ClusterRun(Lesson.chapters[index].scenes[0]), speed: .opening, configuration
        ) { $0.teach(chapter: index, playsItself: auto, speed: screen.speed) }
    }
}
