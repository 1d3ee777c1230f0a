import ArgumentParser
import Engine
import ScenarioOptions

/// How the dashboard looks and where it finds its configuration.
struct ScreenOptions: ParsableArguments {
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
            "How fast the cluster's time passes. (default: 1, for the opening scene 0.25, in the "
                + "lesson as each chapter says)",
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
            "Record the whole session into a file for asciinema.", valueName: "file"))
    var record: String?

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

    func validate() throws {
        if ascii, let glyphs, glyphs != .ascii {
            throw ValidationError(
                "'--ascii' and '--glyphs \(glyphs.rawValue)' contradict each other: leave one out.")
        }
        if let config, noConfig {
            throw ValidationError(
                "'--config \(config)' and '--no-config' contradict each other: leave one out.")
        }
    }

    /// Fewer and larger things, or everything.
    var arrangement: Arrangement { projector ? .projector : .everything }

    /// What the file of configuration says; one that nobody named only where `readsUsual` says so.
    ///
    /// Ends the program where the file is wrong.
    func configuration(readsUsual: Bool) throws -> Configuration {
        let file = config.map(ConfigurationFile.named) ?? (noConfig || !readsUsual ? .none : .usual)
        do {
            return try file.configuration()
        } catch {
            StandardError.writeLine("gossip-tui: \(error)".visible)
            throw ExitCode.wrongUsage
        }
    }

    /// What records the session; nil where nobody asked for it.
    private func recorder() throws -> Recorder? {
        guard let record else { return nil }
        do throws(SystemFailure) {
            return try Recorder(path: record)
        } catch {
            StandardError.writeLine("gossip-tui: '--record \(record)' cannot be written: \(error)")
            throw ExitCode.wrongUsage
        }
    }

    /// The signs to draw with; nil where nobody says.
    func glyphs(or configuration: Configuration) -> GlyphSet? {
        ascii ? .ascii : glyphs ?? configuration.glyphs
    }

    /// Opens the dashboard and stays in it until the user leaves.
    ///
    /// `prepare` makes it begin with something other than the run.
    func openDashboard(
        on run: ClusterRun, isPaused: Bool = false, speed: Speed, _ configuration: Configuration,
        prepare: (inout Dashboard) -> Void = { _ in }
    ) throws {
        var recorder = try recorder()
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
            terminal: terminal, run: run, speed: speed,
            framesPerSecond: fps ?? configuration.framesPerSecond ?? 30,
            arrangement: arrangement, playback: isPaused ? .paused : .playing)
        dashboard.keys = configuration.keys
        prepare(&dashboard)
        dashboard.recorder = recorder.take()
        let signal = dashboard.runUntilQuit()
        terminal.close()
        var failure: Recorder.Failure?
        do throws(Recorder.Failure) {
            try dashboard.recorder.take()?.finish()
        } catch {
            failure = error
        }
        if let failure {
            let outcome = failure.isLost ? "was not written" : "has only the start of the session"
            StandardError.writeLine(
                "gossip-tui: '--record \(record ?? "")' \(outcome): \(failure.reason)")
        }
        if let signal { Terminal.die(of: signal) }
        if failure != nil { throw ExitCode.internalError }
    }
}

extension GlyphSet: ExpressibleByArgument {}

extension Theme: ExpressibleByArgument {}
