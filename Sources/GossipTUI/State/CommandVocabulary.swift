import Engine

/// The words of the command line, and what may follow them.
struct CommandVocabulary {
    /// What a word begins.
    enum Kind: Hashable {
        /// An option of a scenario, which others may follow.
        case option
        /// An option without a value.
        case flag
        /// Something that happens at once.
        case command
    }

    let name: String
    let kind: Kind
    /// What may follow, when it is one of a few words.
    let choices: [String]
    /// What may follow otherwise; nil for nothing.
    let example: String?

    private init(
        _ name: String, _ kind: Kind, choices: [String] = [], example: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.choices = choices
        self.example = example
    }

    /// The word called `name`; nil if there is none.
    static func word(_ name: some StringProtocol) -> CommandVocabulary? {
        words.first { $0.name == name }
    }

    /// What may stand in place of the last word of `line`.
    static func candidates(after line: String) -> [String] {
        let words = words(of: line)
        let last = words.last ?? ""
        return next(after: words.dropLast()).filter { $0.hasPrefix(last) && $0 != last }
    }

    /// What is to come at the end of `line`, such as `50ms`; nil where nothing is, or a candidate.
    static func example(after line: String) -> String? {
        let words = words(of: line)
        guard words.last == "", let former = words.dropLast().last,
            expectsValue(at: words.count - 1, of: words)
        else { return nil }
        return word(former)?.example
    }

    private static func words(of line: String) -> [Substring] {
        line.drop { $0 == " " }.split(separator: " ", omittingEmptySubsequences: false)
    }

    private static func next(after former: ArraySlice<Substring>) -> [String] {
        guard let last = former.last else { return words.map(\.name) }
        if expectsValue(at: former.count, of: Array(former)) { return word(last)?.choices ?? [] }
        let isScenario = former.first.flatMap { word($0) }?.kind != .command
        return isScenario ? words.filter { $0.kind != .command }.map(\.name) : []
    }

    /// Whether the word at `place` belongs to the one before it.
    private static func expectsValue(at place: Int, of words: [Substring]) -> Bool {
        guard place > 0, let former = word(words[place - 1]), former.kind != .flag else {
            return false
        }
        return !(former.kind == .option && expectsValue(at: place - 1, of: words))
    }

    static let words: [CommandVocabulary] = commands + options

    private static let options: [CommandVocabulary] = [
        .init("topology", .option, choices: Topology.allCases.map(\.rawValue)),
        .init("batch-interval", .option, example: "50ms, 0ms for at once"),
        .init("send-empty-batches", .flag),
        .init("no-send-empty-batches", .flag),
        .init("dissemination", .option, choices: ["flood", "infect-and-die", "none"]),
        .init("dissemination-fanout", .option, example: "5"),
        .init(
            "gossip-mode", .option,
            choices: ["none"] + AntiEntropy.Mode.allCases.map(\.rawValue)),
        .init("gossip-interval", .option, example: "5s"),
        .init("gossip-fanout", .option, example: "5"),
        .init("gossip-clock", .option, choices: AntiEntropy.Clock.allCases.map(\.rawValue)),
        .init("gossip-relay", .flag),
        .init("no-gossip-relay", .flag),
        .init("node-count", .option, example: "25"),
        .init("rate", .option, example: "100, operations a second"),
        .init("time-limit", .option, example: "20, seconds"),
        .init("latency", .option, example: "100, milliseconds"),
        .init(
            "latency-dist", .option,
            choices: LatencyModel.Distribution.allCases.map(\.rawValue)),
        .init("latency-map", .option, example: "the name of a file with groups and latencies"),
        .init("loss", .option, example: "0.05 of all messages, or 0.3 n0>n1"),
        .init("network", .option, choices: NetworkModel.Delivery.allCases.map(\.rawValue)),
        .init(
            "nemesis", .option, choices: ["none"] + Nemesis.Family.allCases.map(\.rawValue)),
        .init("nemesis-interval", .option, example: "10, seconds"),
        .init("recovery", .option, example: "10s"),
        .init("seed", .option, example: "42"),
        .init("preset", .option, choices: Preset.allCases.map(\.rawValue)),
    ]

    private static let commands: [CommandVocabulary] = [
        .init("cut", .command, example: "n3|n7, n0-n4|n5-n24, n1>n2"),
        .init("partition", .command, choices: PartitionKind.allCases.map(\.rawValue)),
        .init("duplicate", .command, example: "0.3 n0>n1"),
        .init("clog", .command, example: "500ms n0|*"),
        .init("heal", .command, example: "n3|n7, or Enter for all"),
        .init("kill", .command, example: "n3, n0-n4, one, minority"),
        .init("restart", .command, example: "n3, or Enter for all nodes that are down"),
        .init("pause", .command, example: "n3, or Enter for the time"),
        .init("resume", .command, example: "n3, or Enter for all nodes"),
        .init("play", .command),
        .init("again", .command),
        .init("step", .command, choices: StepUnit.all.map(\.name)),
        .init("back", .command, choices: StepUnit.all.map(\.name)),
        .init("seek", .command, example: "8.2s, or live"),
        .init("value", .command, example: "124, slowest, or Enter for the newest"),
        .init("log", .command, choices: ["all"] + Journal.Kind.allCases.map(\.word)),
        .init("tab", .command, choices: Detail.allCases.map(\.tabName)),
        .init("view", .command, choices: Arrangement.allCases.map(\.rawValue)),
        .init("speed", .command, choices: Speed.all.map(\.label)),
        .init("theme", .command, choices: Theme.allCases.map(\.rawValue)),
        .init("glyphs", .command, choices: GlyphSet.allCases.map(\.rawValue)),
        .init(
            "race", .command,
            choices: Topology.allCases.map(\.rawValue) + Preset.allCases.map(\.rawValue)),
        .init("broadcast", .command, example: "n3, or Enter for the selected node"),
        .init("select", .command, example: "n3"),
        .init("lesson", .command, choices: Lesson.chapters.map(\.name)),
        .init(
            "export", .command,
            example: "run.json, run.csv, screen.svg, screen.txt, last.cast, or Enter for all"),
        .init("help", .command),
        .init("quit", .command),
    ]
}
