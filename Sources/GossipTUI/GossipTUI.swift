import ArgumentParser
import Engine
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
        version: Release.version)

    @OptionGroup(title: "Scenario") var options: ScenarioOptions

    @Flag(help: "Draw with ASCII characters only, as with --glyphs ascii.")
    var ascii = false

    @Option(
        help: ArgumentHelp(
            "The signs to draw with. (default: what the terminal can show)", valueName: "name"))
    var glyphs: GlyphSet?

    @Option(help: ArgumentHelp("The theme of colours. (default: terminal)", valueName: "name"))
    var theme: Theme?

    @Flag(help: "Fewer things, and larger, to be read across a room.")
    var projector = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How fast the cluster's time passes. (default: 1 with --preset, else 0.25)",
            valueName: "multiple"),
        transform: Speed.init(text:))
    var speed: Speed?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Frames a second, 1 to 60. (default: 30)", valueName: "number"),
        transform: { try OptionText.wholeNumber($0, in: 1...60) })
    var fps: Int?

    @Option(
        help: ArgumentHelp(
            "A file with other defaults and keys, in TOML.",
            discussion: """
                By default $XDG_CONFIG_HOME/gossip-tui/config.toml, or \
                ~/.config/gossip-tui/config.toml; not with --print.
                """,
            valueName: "file"))
    var config: String?

    @Flag(help: "Read no such file.")
    var noConfig = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Write one frame of this size as text, without a terminal.",
            valueName: "columnsxrows"),
        transform: FrameSize.init(text:))
    var print: FrameSize?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "With --print: the cluster's time to show. (default: 5s)", valueName: "duration"),
        transform: { try OptionText.duration($0) })
    var at: TimeSpan?

    func validate() throws {
        if ascii, let glyphs, glyphs != .ascii {
            throw ValidationError(
                "'--ascii' and '--glyphs \(glyphs.rawValue)' contradict each other: leave one out.")
        }
        if let config, noConfig {
            throw ValidationError(
                "'--config \(config)' and '--no-config' contradict each other: leave one out.")
        }
        if at != nil && print == nil {
            throw ValidationError("'--at' goes with '--print', such as '--print 120x40 --at 5s'.")
        }
    }

    func run() throws {
        let configuration: Configuration
        do {
            configuration = try configurationFile.configuration()
        } catch {
            StandardError.writeLine("gossip-tui: \(error)".visible)
            throw ExitCode.wrongUsage
        }
        let opening = configuration.scenario ?? .standard
        let scenario = try opening.scenario(with: options)
        // A preset is watched at its own pace, the opening scene slowly.
        let usual = options.presetWasGiven ? .real : opening.speed
        let speed = speed ?? configuration.speed ?? usual
        if let print {
            try printFrame(of: scenario, speed: speed, size: print, configuration)
        } else {
            try openDashboard(on: scenario, speed: speed, configuration)
        }
    }

    /// What is printed is the same for everybody, unless a file is given.
    private var configurationFile: ConfigurationFile {
        config.map(ConfigurationFile.named) ?? (noConfig || print != nil ? .none : .usual)
    }

    /// What runs without options: slow enough to follow, and without end.
    static var openingScenario: Scenario {
        var scenario = Scenario()
        scenario.workload.rate = 10
        scenario.workload.timeLimit = nil
        scenario.broadcastProtocol.antiEntropy = .push(every: .seconds(5), fanout: 5, relays: true)
        return scenario
    }

    private func printFrame(
        of scenario: Scenario, speed: Speed, size: FrameSize, _ configuration: Configuration
    ) throws {
        var run = ClusterRun(scenario)
        run.advance(to: .zero + (at ?? .seconds(5)))
        var state = DashboardState(
            snapshot: run.snapshot(columns: size.columns), speed: speed,
            glyphs: glyphs(or: configuration) ?? .braille, columns: size.columns, rows: size.rows)
        state.keys = configuration.keys
        state.arrangement = projector ? .projector : .everything
        var oracle = Oracle()
        state.timeline = run.timeline
        state.prediction = oracle.prediction(for: state.snapshot, in: state.timeline)
        state.captionValue = ClusterCaption.following(nil, in: state.snapshot)
        try StandardOutput.writeLine(render(state).text)
    }

    private func openDashboard(
        on scenario: Scenario, speed: Speed, _ configuration: Configuration
    ) throws {
        let terminal: Terminal
        do {
            terminal = try Terminal.open(
                glyphs: glyphs(or: configuration),
                theme: theme ?? configuration.theme ?? .terminal)
        } catch {
            StandardError.writeLine("gossip-tui: \(error)")
            throw ExitCode.wrongUsage
        }
        var dashboard = Dashboard(
            terminal: terminal, scenario: scenario, speed: speed,
            framesPerSecond: fps ?? configuration.framesPerSecond ?? 30,
            arrangement: projector ? .projector : .everything)
        dashboard.keys = configuration.keys
        let signal = dashboard.runUntilQuit()
        terminal.close()
        if let signal { Terminal.die(of: signal) }
    }

    /// The signs to draw with; nil where nobody says.
    private func glyphs(or configuration: Configuration) -> GlyphSet? {
        ascii ? .ascii : glyphs ?? configuration.glyphs
    }

    static func main() { runAndExit() }
}

extension GlyphSet: ExpressibleByArgument {}

extension Theme: ExpressibleByArgument {}

/// A size in character cells, as `--print` takes it.
struct FrameSize: Hashable {
    let columns: Int
    let rows: Int

    /// Reads `120x40`; each number is in 1...1000.
    init(text: String) throws {
        let numbers = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
            (1...1_000).contains(columns), (1...1_000).contains(rows)
        else {
            throw ValidationError("it must be columns x rows, each from 1 to 1000, such as 120x40")
        }
        self.columns = columns
        self.rows = rows
    }
}
