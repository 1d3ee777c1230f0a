import ArgumentParser
import ScenarioOptions

/// The program `gossip-lab`.
@main
struct GossipLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gossip-lab",
        abstract: "Experiments with a gossiping cluster, without a screen.",
        version: Release.version,
        subcommands: [
            RunCommand.self, SweepCommand.self, ReportCommand.self, RaceCommand.self,
            ExplainCommand.self, TraceCommand.self, ReplayCommand.self, BenchCommand.self,
        ])

    static func main() {
        runAndExit()
    }
}
