import ArgumentParser
import Engine
import Maelstrom
import ScenarioOptions

/// The headless node: Maelstrom's broadcast workload on stdin and stdout.
@main
struct MaelstromBroadcast: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maelstrom-broadcast",
        abstract: "A node for Maelstrom's broadcast workload.",
        discussion: """
            Requests come on stdin, replies go to stdout, one JSON object a line; diagnostics go to \
            stderr. Of the options, those that say how values spread matter here: the topology, \
            batches, gossip and the seed. Without a topology or preset the node takes the neighbours \
            that Maelstrom suggests; without a seed each start has luck of its own.
            """,
        version: Release.version)

    @OptionGroup var options: ScenarioOptions

    static func main() {
        runAndExit()
    }

    func validate() throws {
        _ = try settings
    }

    func run() throws {
        var process = NodeProcess(settings: try settings)
        do throws(StandardStream.Failure) {
            try process.run()
        } catch {
            // Whoever closes our output has no more use for us.
            if error.isBrokenPipe { return }
            throw error
        }
    }

    private var settings: NodeSettings {
        get throws {
            let scenario = try options.scenario(knowsNodeCount: false)
            return NodeSettings(
                broadcastProtocol: scenario.broadcastProtocol,
                topology: scenario.topology,
                followsSuggestion: !options.topologyWasGiven && !options.presetWasGiven,
                seed: options.seedWasGiven ? scenario.seed : .random(in: .min ... .max))
        }
    }
}
