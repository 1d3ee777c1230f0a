import ArgumentParser
import Engine
import Records
import ScenarioOptions

/// The dashboard's command line.
@main
struct GossipTUI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gossip-tui",
        abstract: "Watch values spread through a gossiping cluster.",
        discussion: """
            Without options: a grid of 25 nodes, 100 ms apart, 10 operations a second without end, all \
            values pushed to 5 random nodes every 5 s, seed 42, slowed to a quarter so that the eye can \
            follow one hop. Press ? for the keys.
            """,
        version: Release.version,
        subcommands: [MisplacedRace.self, LessonCommand.self])

    private enum CodingKeys: CodingKey {
        case options, scenario, screen, print, at, format
    }

    @OptionGroup(title: "Scenario") var options: ScenarioOptions

    @Option(
        help: ArgumentHelp(
            "Have a session again that was exported, or a scenario that 'gossip-lab run' reported.",
            valueName: "file"))
    var scenario: String?

    /// What that file says; it may be readable only once.
    private var session: Session?

    @OptionGroup(title: "Screen") var screen: ScreenOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Write one frame of this size, without a terminal.",
            valueName: "columnsxrows"),
        transform: FrameSize.init(text:))
    var print: FrameSize?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "With --print: the cluster's time to show. (default: 5s, or where a session ended)",
            valueName: "duration"),
        transform: { try OptionText.duration($0) })
    var at: TimeSpan?

    @Option(
        help: ArgumentHelp(
            "With --print: how to write it; a cast is for asciinema, from the start. (default: text)",
            valueName: "format"))
    var format: Printout.Format?

    mutating func validate() throws {
        if let scenario {
            let session = try SessionFile(path: scenario).session()
            guard !options.presetWasGiven,
                try options.scenario(base: session.scenario) == session.scenario
            else {
                throw ValidationError(
                    "'--scenario' says all about the run: leave the other options of a scenario out."
                )
            }
            self.session = session
        }
        if at != nil && print == nil {
            throw ValidationError("'--at' goes with '--print', such as '--print 120x40 --at 5s'.")
        }
        if let format, print == nil {
            throw ValidationError(
                "'--format \(format.rawValue)' goes with '--print', such as '--print 120x40'.")
        }
    }

    func run() throws {
        // What is printed is the same for everybody, unless a file is given.
        let configuration = try screen.configuration(readsUsual: print == nil)
        let opening = configuration.scenario ?? .standard
        if let session { return try open(session, configuration) }
        let scenario = try opening.scenario(with: options)
        // A preset is watched at its own pace, the opening scene slowly.
        let usual = options.presetWasGiven ? .real : opening.speed
        let speed = screen.speed ?? configuration.speed ?? usual
        if let print {
            var run = ClusterRun(scenario)
            let start = run
            run.advance(to: at.map { .zero + $0 } ?? Self.usualMoment)
            try StandardOutput.writeLine(
                printout(speed, print, configuration).text(of: run, since: start))
        } else {
            try screen.openDashboard(on: ClusterRun(scenario), speed: speed, configuration)
        }
    }

    /// Opens a session where it ended, or what was never watched at its start.
    private func open(_ session: Session, _ configuration: Configuration) throws {
        var run = session.isRecorded ? ClusterRun(session) : ClusterRun(session.scenario)
        guard !session.isRecorded || run.session.digest == session.digest else {
            throw ValidationError(
                "'--scenario \(scenario ?? "")' was edited: its commands do not lead to its digest. "
                    + "Take the file as it was exported.")
        }
        let speed = screen.speed ?? configuration.speed ?? .real
        if let print {
            // A session ends at a moment, which may be amid an instant.
            if let moment = at.map({ Instant.zero + $0 })
                ?? (session.isRecorded ? nil : Self.usualMoment)
            {
                run.seek(to: moment)
                run.advance(to: moment)
            }
            var start = run
            start.seek(to: .zero)
            try StandardOutput.writeLine(
                printout(speed, print, configuration).text(of: run, since: start))
        } else {
            try screen.openDashboard(
                on: run, isPaused: session.isRecorded, speed: speed, configuration)
        }
    }

    /// What `--print` shows where nobody says, unless it is the end of a session.
    private static let usualMoment = Instant.zero + .seconds(5)

    /// What runs without options: slow enough to follow, and without end.
    static var openingScenario: Scenario {
        var scenario = Scenario()
        scenario.workload.rate = 10
        scenario.workload.timeLimit = nil
        scenario.broadcastProtocol.antiEntropy = .push(every: .seconds(5), fanout: 5, relays: true)
        return scenario
    }

    private func printout(_ speed: Speed, _ size: FrameSize, _ configuration: Configuration)
        -> Printout
    {
        Printout(
            size: size, speed: speed, format: format ?? .text,
            glyphs: screen.glyphs(or: configuration) ?? .braille,
            theme: screen.theme ?? configuration.theme ?? .terminal, keys: configuration.keys,
            arrangement: screen.arrangement)
    }

    static func main() {
        let words = Swift.CommandLine.arguments.dropFirst()
        if words.first == "race" { RaceCommand.runAndExit(Array(words.dropFirst())) }
        runAndExit()
    }
}

extension Printout.Format: ExpressibleByArgument {}

/// A size in character cells, as `--print` takes it.
struct FrameSize: Hashable {
    let columns: Int
    let rows: Int

    /// Reads `120x40`; each number is in 1...1000.
    init(text: String) throws {
        let numbers = text.split(separator: "x", omittingEmptySubsequences: false).map(
            Int.init(digits:))
        guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
            (1...1_000).contains(columns), (1...1_000).contains(rows)
        else {
            throw ValidationError("it must be columns x rows, each from 1 to 1000, such as 120x40")
        }
        self.columns = columns
        self.rows = rows
    }
}
