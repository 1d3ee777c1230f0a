import ArgumentParser
import Engine
import Records
import ScenarioOptions

/// What a line of the command line asks for.
enum TypedCommand: Hashable {
    /// What a key does too.
    case action(DashboardAction)
    case speed(Speed)
    case playback(DashboardState.Playback)
    case select(NodeID)
    case broadcast(at: NodeID)
    case step(StepUnit)
    case stepBack(StepUnit)
    case seek(Instant)
    case export(to: String)
    /// The chapter in this place.
    case lesson(Int)
    case theme(Theme)
    case glyphs(GlyphSet)
    /// The log of these events.
    case log(LogFilter)
    /// Follow this value.
    case value(ValueID)
    /// A race against the scenario that these words make of the present one.
    case race([String])
    /// Changes of the running cluster.
    case cluster([ClusterCommand])
    /// A run of its own.
    case restart(Scenario)

    /// What `line` asks of a run of `scenario`; nil for an empty line.
    ///
    /// Throws a `ValidationError` that says what would be right.
    init?(_ line: String, over scenario: Scenario) throws {
        let words = line.split(separator: " ").map(String.init)
        guard let name = words.first else { return nil }
        let rest = Array(words.dropFirst())
        guard let word = CommandVocabulary.word(name == "q" ? "quit" : name) else {
            throw ValidationError("there is no command '\(name)': Tab lists what there is")
        }
        if let own = try Self.own(word.name, rest, nodeCount: scenario.nodeCount) {
            self = own
        } else if ImmediateFault.begins(line) && !Self.isOptionOfNetwork(words) {
            self = .cluster(
                try ImmediateFault.commands(in: line, nodeCount: scenario.nodeCount))
        } else {
            self = try Self.change(of: scenario, by: words)
        }
    }

    /// The commands that are neither faults nor options; nil for those.
    private static func own(
        _ name: String, _ rest: [String], nodeCount: Int
    ) throws -> TypedCommand? {
        switch (name, rest.count) {
        case ("race", 1...): return .race(rest)
        case ("quit", 0): return .action(.quit)
        case ("help", 0): return .action(.toggleHelp)
        case ("step", 0): return .action(.step)
        case ("step", 1): return .step(try StepUnit(text: rest[0]))
        case ("back", 0): return .action(.stepBack)
        case ("back", 1): return .stepBack(try StepUnit(text: rest[0]))
        case ("seek", 1) where rest[0] == "live": return .action(.goLive)
        case ("seek", 1): return .seek(try Instant(text: rest[0]))
        case ("lesson", 0): return .action(.lesson)
        case ("lesson", 1): return .lesson(try chapter(rest[0]))
        case ("export", 0): return .action(.export)
        case ("export", 1): return .export(to: rest[0])
        case ("theme", 1): return .theme(try choice(rest[0], of: "theme"))
        case ("glyphs", 1): return .glyphs(try choice(rest[0], of: "set of signs"))
        case ("log", _): return .log(try LogFilter(words: rest, nodeCount: nodeCount))
        case ("value", 0): return .action(.toggleValue)
        case ("value", 1) where rest[0] == "slowest": return .action(.slowestValue)
        case ("value", 1): return .value(try value(rest[0]))
        case ("tab", 1): return .action(.show(try detail(rest[0])))
        case ("view", 1): return .action(.arrange(try choice(rest[0], of: "view")))
        case ("pause", 0): return .playback(.paused)
        case ("play", 0): return .playback(.playing)
        case ("again", 0): return .action(.again)
        case ("broadcast", 0): return .action(.broadcast)
        case ("broadcast", 1): return .broadcast(at: try node(rest[0], nodeCount))
        case ("select", 1): return .select(try node(rest[0], nodeCount))
        case ("speed", 1): return .speed(try Speed(text: rest[0]))
        case ("race", 0):
            throw ValidationError(
                "'race' wants a rival: a topology, a preset, or options such as topology tree4 loss 0.1"
            )
        case ("speed", _), ("select", _), ("tab", _), ("view", _), ("theme", _), ("glyphs", _),
            ("seek", _):
            throw ValidationError("'\(name)' takes one word, such as '\(name) \(sample(of: name))'")
        case ("quit", _), ("help", _), ("step", _), ("back", _), ("play", _), ("again", _),
            ("broadcast", _),
            ("export", _),
            ("value", _), ("lesson", _):
            throw ValidationError("'\(rest.last ?? "")' is too much behind '\(name)'")
        default: return nil
        }
    }

    private static func sample(of name: String) -> String {
        [
            "speed": "x0.5", "tab": "load", "view": "details", "theme": "monochrome",
            "glyphs": "blocks", "seek": "8.2s",
        ][name] ?? "n3"
    }

    private static func chapter(_ text: String) throws -> Int {
        guard let index = Lesson.index(of: text) else {
            throw ValidationError("\(LessonError(wanted: text))")
        }
        return index
    }

    private static func value(_ text: String) throws -> ValueID {
        guard let number = Int32(text), number >= 0 else {
            throw ValidationError("'\(text)' is no value: values are 0, 1, 2 and so on")
        }
        return ValueID(Int(number))
    }

    private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ text: String, of noun: String
    ) throws -> Choice {
        guard let choice = Choice(rawValue: text) else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("there is no \(noun) '\(text)', but \(names)")
        }
        return choice
    }

    private static func detail(_ text: String) throws -> Detail {
        guard let detail = Detail.allCases.first(where: { $0.tabName == text }) else {
            let names = Detail.allCases.map(\.tabName).joined(separator: ", ")
            throw ValidationError("there is no tab '\(text)', but \(names)")
        }
        return detail
    }

    static func node(_ text: String, _ nodeCount: Int) throws -> NodeID {
        guard text.first == "n", let index = Int(digits: text.dropFirst()),
            (0..<nodeCount).contains(index)
        else {
            throw ValidationError("'\(text)' is no node: nodes are n0 to n\(nodeCount - 1)")
        }
        return NodeID(index)
    }

    // MARK: Options

    /// `loss 0.1` is about the whole network, `loss 0.1 n0>n1` a fault of links.
    private static func isOptionOfNetwork(_ words: [String]) -> Bool {
        words[0] == "loss" && (words.count < 3 || CommandVocabulary.word(words[2]) != nil)
    }

    /// What options in the form of the command line make of `scenario`.
    static func changed(_ scenario: Scenario, by words: [String]) throws -> Scenario {
        for (name, path) in zip(words, words.dropFirst()) where name == "latency-map" {
            // The dashboard stands still while it reads.
            guard !TextFile.mayWait(path: path) else {
                throw ValidationError("'\(path)' is no regular file: copy it into one")
            }
        }
        var isValue = false
        let arguments = words.map { word in
            let kind = isValue ? nil : CommandVocabulary.word(word)?.kind
            isValue = kind == .option
            return kind == .option || kind == .flag ? "--\(word)" : word
        }
        return try ScenarioOptions.parse(reading: arguments).scenario(base: scenario)
    }

    /// Topology, protocol, network, rate and nemesis change in the running cluster, the rest asks
    /// for a new run.
    private static func change(of scenario: Scenario, by words: [String]) throws -> TypedCommand {
        let changed = try changed(scenario, by: words)
        guard changed != scenario else {
            throw ValidationError("it is so already: \(words.joined(separator: " "))")
        }
        var possible: [ClusterCommand] = [
            .setTopology(changed.topology), .setProtocol(changed.broadcastProtocol),
            .setRate(changed.workload.rate), .setNemesis(changed.nemesis),
        ]
        if changed.network.delivery == scenario.network.delivery,
            changed.network.latencyMap == scenario.network.latencyMap
        {
            possible.insert(.setNetwork(changed.network), at: 2)
        }
        let commands = possible.filter { $0.applied(to: scenario) != scenario }
        if commands.reduce(scenario, { $1.applied(to: $0) }) == changed {
            return .cluster(commands)
        }
        guard changed.nodeCount == scenario.nodeCount || changed.faults.isEmpty else {
            throw ValidationError(
                "the run's faults are for \(scenario.nodeCount) nodes: leave 'node-count' as it is")
        }
        guard changed.network.latencyMap.map({ $0.nodeCount == changed.nodeCount }) ?? true else {
            throw ValidationError(
                "the run's latency map is for \(scenario.nodeCount) nodes: leave 'node-count' as "
                    + "it is")
        }
        return .restart(changed)
    }
}
