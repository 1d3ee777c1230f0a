import ArgumentParser
import Engine
import Records
import ScenarioOptions

/// `gossip-tui race`: two clusters side by side.
///
/// A program of its own, for as a subcommand it would not get the options of a scenario, which
/// `gossip-tui` has too and would take for its own.
struct RaceCommand: ParsableCommand {
    static let configuration = command(called: "gossip-tui race")

    fileprivate static func command(called name: String) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name,
            abstract: "Watch two clusters side by side, under the same operations.",
            usage: "gossip-tui race <a> <b> [<screen options>] [<scenario options>]",
            discussion: """
                A contender is the name of a preset or a topology, options of a scenario in quotes, or a \
                file that begins with what 'gossip-lab run --format json' or 'gossip-lab trace' writes. \
                Options of a scenario outside of quotes are for both. For example: gossip-tui race grid \
                '--topology tree4 --batch-interval 50ms' --loss 0.01

                'gossip-lab race' runs the same without a screen, under many seeds.
                """,
            version: Release.version)
    }

    private enum CodingKeys: CodingKey {
        case screen, arguments
    }

    @OptionGroup(title: "Screen") var screen: ScreenOptions

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "The two contenders, and options of a scenario for both.",
            valueName: "a b scenario options"))
    var arguments: [String] = []

    /// Who races, once the arguments are found right; a file may be readable only once.
    private var contenders: Contenders?

    mutating func validate() throws {
        contenders = try Contenders(arguments, of: "gossip-tui race", mayBeEndless: true)
    }

    func run() throws {
        guard let contenders else { throw ExitCode.internalError }
        let configuration = try screen.configuration(readsUsual: true)
        let scenarios = contenders.scenarios
        let names = DashboardState.raceNames(of: scenarios, given: contenders.names)
        try screen.openDashboard(
            on: ClusterRun(scenarios[0]), speed: screen.speed ?? configuration.speed ?? .real,
            configuration
        ) {
            $0.race(scenarios[0], against: scenarios[1], names: names, remark: contenders.omission)
        }
    }
}

/// `race` where it is not the first word: it has its place in the help, and says where it belongs.
struct MisplacedRace: ParsableCommand {
    static let configuration = RaceCommand.command(called: "race")

    @OptionGroup(title: "Screen") var screen: ScreenOptions

    @Argument(parsing: .allUnrecognized, help: .hidden) var arguments: [String] = []

    func validate() throws {
        throw ValidationError(
            "'race' comes before its options: gossip-tui race \(arguments.joined(separator: " ")) ..."
        )
    }
}
