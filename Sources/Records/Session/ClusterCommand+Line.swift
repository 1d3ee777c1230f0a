import ArgumentParser
import Engine
import ScenarioOptions

/// Commands in the words of the dashboard's command line.
extension ClusterCommand {
    /// The line for the command.
    var line: String {
        switch self {
        case .broadcast(let node): "broadcast \(node)"
        case .setTopology(let topology): "topology \(topology.rawValue)"
        case .setProtocol(let spreading):
            Self.words(for: Self.protocolOptions) { $0.broadcastProtocol = spreading }
        case .setNetwork(let network):
            Self.words(for: Self.networkOptions) { $0.network = network }
        case .setRate(let rate): Self.words(for: ["rate"]) { $0.workload.rate = rate }
        case .setNemesis(let nemesis):
            Self.words(for: Self.nemesisOptions) { $0.nemesis = nemesis }
        case .partition(let kind): "partition \(kind.rawValue)"
        case .strike(let fault): "\(fault)"
        case .heal: "heal"
        case .healLinks(let links): "heal \(links)"
        case .restart(let node): "restart \(node)"
        case .resume(let node): "resume \(node)"
        }
    }

    private static let protocolOptions = [
        "dissemination", "dissemination-fanout", "batch-interval", "send-empty-batches",
        "gossip-mode", "gossip-interval", "gossip-fanout", "gossip-clock", "gossip-relay",
    ]
    private static let networkOptions = ["latency", "latency-dist", "loss"]
    private static let nemesisOptions = ["nemesis", "nemesis-interval"]

    /// The options called `names` of a scenario that was changed so, with their values.
    private static func words(for names: [String], _ change: (inout Scenario) -> Void) -> String {
        var scenario = Scenario()
        change(&scenario)
        return scenario.options.filter { names.contains($0.name) }.compactMap { name, value in
            switch value {
            case .absent: nil
            case .flag(let isSet): isSet ? name : "no-\(name)"
            case .texts(let texts): texts.isEmpty ? nil : "\(name) \(texts.joined(separator: ","))"
            default: "\(name) \(value.text)"
            }
        }.joined(separator: " ")
    }

    /// The command that `line` writes for a cluster in which `scenario` is in force.
    ///
    /// Throws a `ValidationError` when there is none.
    init(line: String, over scenario: Scenario) throws {
        let words = line.split(separator: " ").map(String.init)
        let first = words.first ?? ""
        let changed = { try Self.changed(scenario, by: words) }
        switch first {
        case "broadcast" where words.count == 2:
            guard
                let node = (0..<scenario.nodeCount).map(NodeID.init).first(where: {
                    $0.description == words[1]
                })
            else {
                throw ValidationError(
                    "'\(words[1])' is no node: nodes are n0 to n\(scenario.nodeCount - 1)")
            }
            self = .broadcast(at: node)
        case "topology": self = .setTopology(try changed().topology)
        case "dissemination": self = .setProtocol(try changed().broadcastProtocol)
        case "latency": self = .setNetwork(try changed().network)
        case "rate": self = .setRate(try changed().workload.rate)
        case "nemesis": self = .setNemesis(try changed().nemesis)
        default:
            let commands = try ImmediateFault.commands(in: line, nodeCount: scenario.nodeCount)
            guard commands.count == 1 else {
                throw ValidationError("'\(line)' is more than one command")
            }
            self = commands[0]
        }
    }

    private static let flags = ["send-empty-batches", "gossip-relay"].flatMap { [$0, "no-\($0)"] }

    /// What options without their dashes make of `scenario`.
    private static func changed(_ scenario: Scenario, by words: [String]) throws -> Scenario {
        var arguments: [String] = []
        var rest = words[...]
        while let name = rest.popFirst() {
            arguments.append("--\(name)")
            if !flags.contains(name), let value = rest.popFirst() { arguments.append(value) }
        }
        return try ScenarioOptions.parse(reading: arguments).scenario(base: scenario)
    }

    /// What is in force after the command in place of `scenario`.
    func applied(to scenario: Scenario) -> Scenario {
        var scenario = scenario
        switch self {
        case .setTopology(let topology): scenario.topology = topology
        case .setProtocol(let spreading): scenario.broadcastProtocol = spreading
        case .setNetwork(let network): scenario.network = network
        case .setRate(let rate): scenario.workload.rate = rate
        case .setNemesis(let nemesis): scenario.nemesis = nemesis
        case .broadcast, .partition, .strike, .heal, .healLinks, .restart, .resume: break
        }
        return scenario
    }
}
