import ArgumentParser
public import Engine
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
        case .setRate(let rate): Self.words(for: Self.rateOptions) { $0.workload.rate = rate }
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

    private static let topologyOptions = ["topology"]
    private static let protocolOptions = [
        "dissemination", "dissemination-fanout", "batch-interval", "send-empty-batches",
        "gossip-mode", "gossip-interval", "gossip-fanout", "gossip-clock", "gossip-relay",
    ]
    private static let networkOptions = ["latency", "latency-dist", "loss"]
    private static let rateOptions = ["rate"]
    private static let nemesisOptions = ["nemesis", "nemesis-interval"]
    /// The options that each command for options may have, and has in its line.
    private static let optionsOfCommands = [
        topologyOptions, protocolOptions, networkOptions, rateOptions, nemesisOptions,
    ]

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
        if first == "broadcast", words.count == 2 {
            guard words[1].first == "n", let index = Int(digits: words[1].dropFirst()),
                (0..<scenario.nodeCount).contains(index)
            else {
                throw ValidationError(
                    "'\(words[1])' is no node: nodes are n0 to n\(scenario.nodeCount - 1)")
            }
            self = .broadcast(at: NodeID(index))
        } else if ImmediateFault.begins(line) {
            let commands = try ImmediateFault.commands(in: line, nodeCount: scenario.nodeCount)
            guard commands.count == 1 else {
                throw ValidationError("'\(line)' is more than one command")
            }
            self = commands[0]
        } else if let options = Self.optionsOfCommands.first(where: { $0.contains(first) }) {
            let changed = try Self.changed(scenario, by: words, of: options)
            self =
                switch options {
                case Self.topologyOptions: .setTopology(changed.topology)
                case Self.protocolOptions: .setProtocol(changed.broadcastProtocol)
                case Self.networkOptions: .setNetwork(changed.network)
                case Self.nemesisOptions: .setNemesis(changed.nemesis)
                default: .setRate(changed.workload.rate)
                }
        } else {
            let names = Self.optionsOfCommands.map { $0[0] }.joined(separator: ", ")
            throw ValidationError(
                "there is no command '\(first)': it must begin as a fault or its end does, or with "
                    + "broadcast, \(names)")
        }
    }

    private static let flags = ["send-empty-batches", "gossip-relay"]

    /// What options without their dashes, none but `options`, make of `scenario`.
    private static func changed(
        _ scenario: Scenario, by words: [String], of options: [String]
    ) throws -> Scenario {
        var arguments: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            let name = word.hasPrefix("no-") ? String(word.dropFirst(3)) : word
            guard options.contains(name) else {
                throw ValidationError(
                    "'\(word)' has no place behind '\(words[0])': only "
                        + "\(options.joined(separator: ", ")) have")
            }
            arguments.append("--\(word)")
            if !flags.contains(name), let value = rest.popFirst() { arguments.append(value) }
        }
        return try ScenarioOptions.parse(reading: arguments).scenario(base: scenario)
    }

    /// What is in force after the command in place of `scenario`.
    public func applied(to scenario: Scenario) -> Scenario {
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
