public import ArgumentParser
import Engine

/// The options that describe a scenario, the same for all programs.
///
/// Names, units and defaults are Maelstrom's where it has them; durations of ours carry a unit. A
/// preset is a base that the options beside it override, so each option knows whether it was given.
public struct ScenarioOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A named scenario; other options override parts of it.",
            discussion: Preset.allCases.map { "\($0.rawValue): \($0.summary)" }
                .joined(separator: "\n"),
            valueName: "name"),
        transform: { try OptionText.choice($0) })
    var preset: Preset?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many nodes. (default: 25)", valueName: "n"),
        transform: { try OptionText.wholeNumber($0, in: 1...1_000_000) })
    var nodeCount: Int?

    @Option(
        help: ArgumentHelp(
            "The links between nodes.",
            discussion: topologies.map(\.0).joined(separator: ", "),
            valueName: "name"),
        transform: { try OptionText.choice($0, among: topologies) })
    var topology: Topology?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Client operations per second.", valueName: "number"),
        transform: OptionText.rate)
    var rate: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How long clients operate, in seconds.", valueName: "seconds"),
        transform: OptionText.seconds)
    var timeLimit: TimeSpan?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Mean latency between nodes, in milliseconds. (default: 100)", valueName: "ms"),
        transform: { try OptionText.wholeNumber($0, in: 0...1_000_000) })
    var latency: Int?

    @Option(
        help: ArgumentHelp(
            "constant, uniform or exponential. (default: constant)", valueName: "name"),
        transform: { try OptionText.choice($0) })
    var latencyDist: LatencyModel.Distribution?

    @Option(
        help: ArgumentHelp(
            "A file with groups of nodes and the mean latency from group to group. (default: no map)",
            discussion: """
                Lines such as 'eu n0-n8', a group and its nodes, and 'eu us 80', the milliseconds \
                between two groups, both ways unless 'us eu 90' is there too.
                """,
            valueName: "file"),
        transform: LatencyMapReader.map(inFileAt:))
    var latencyMap: LatencyMap?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The share of messages between nodes that get lost. (default: 0)", valueName: "0...1"),
        transform: OptionText.share)
    var loss: Double?

    @Option(
        help: ArgumentHelp(
            "Families of faults that strike at random while clients operate. (default: none)",
            discussion: "none, or any of "
                + Nemesis.Family.allCases.map(\.rawValue).joined(separator: ","),
            valueName: "list"),
        transform: OptionText.families)
    var nemesis: [Nemesis.Family]?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Mean time between a fault of --nemesis and its end, in seconds. (default: 10)",
            valueName: "seconds"),
        transform: OptionText.seconds)
    var nemesisInterval: TimeSpan?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A fault at a set time; give as many as you like. (default: none)",
            discussion: faultHelp, valueName: "text"),
        transform: { try FaultReader.statement(in: $0) })
    var fault: [FaultStatement] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Where all luck comes from.", valueName: "number"),
        transform: OptionText.seed)
    var seed: UInt64?

    @Option(
        help: ArgumentHelp(
            """
            Where a new value goes: flood (to all neighbours), infect-and-die (once to random nodes) \
            or none. (default: flood)
            """,
            valueName: "name"),
        transform: { try OptionText.choice($0) })
    var dissemination: DisseminationName?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "To how many random nodes infect-and-die sends a value. (default: 5)", valueName: "n"),
        transform: { try OptionText.wholeNumber($0, in: 1...999_999) })
    var disseminationFanout: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Collect new values for so long, 0ms: send at once. (default: 0ms)",
            valueName: "duration"),
        transform: { try OptionText.duration($0) })
    var batchInterval: TimeSpan?

    @Flag(
        inversion: .prefixedNo,
        help: "Send a batch even when there is nothing new. (default: not)")
    var sendEmptyBatches: Bool?

    @Option(
        help: ArgumentHelp(
            "Repair by random gossip: none, or which way all values go.",
            discussion: gossipModes.map(\.0).joined(separator: ", "),
            valueName: "name"),
        transform: { try OptionText.choice($0, among: gossipModes) })
    var gossipMode: GossipMode?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The time between a node's exchanges. (default: 5s)", valueName: "duration"),
        transform: { try OptionText.duration($0, from: .milliseconds(1)) })
    var gossipInterval: TimeSpan?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "With how many random nodes each exchange is. (default: 5)", valueName: "n"),
        transform: { try OptionText.wholeNumber($0, in: 1...999_999) })
    var gossipFanout: Int?

    @Option(
        help: ArgumentHelp(
            """
            When exchanges are: periodic (each node at a phase of its own), poisson (after \
            exponential gaps) or synchronous (in rounds). (default: periodic)
            """,
            valueName: "name"),
        transform: { try OptionText.choice($0) })
    var gossipClock: AntiEntropy.Clock?

    @Flag(
        inversion: .prefixedNo,
        help: "Disseminate what an exchange brought. (default: do)")
    var gossipRelay: Bool?

    @Option(
        help: ArgumentHelp(
            """
            How deliveries are scheduled: as Maelstrom does, or ideal, each on its own. \
            (default: maelstrom)
            """,
            valueName: "name"),
        transform: { try OptionText.choice($0) })
    var network: NetworkModel.Delivery?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The quiet time before the final reads. (default: 10s)", valueName: "duration"),
        transform: { try OptionText.duration($0) })
    var recovery: TimeSpan?

    /// No option given.
    public init() {}

    /// Whether the command line names a topology.
    public var topologyWasGiven: Bool { topology != nil }

    /// Whether the command line names a preset.
    public var presetWasGiven: Bool { preset != nil }

    /// Whether the command line names a seed.
    public var seedWasGiven: Bool { seed != nil }

    /// All topologies by name, Maelstrom's `tree` among them.
    private static let topologies: [(String, Topology)] = Topology.allCases.flatMap { topology in
        topology == .tree2
            ? [("tree", .tree2), ("tree2", .tree2)] : [(topology.rawValue, topology)]
    }

    private static let faultHelp = """
        cut LINKS | loss SHARE LINKS | duplicate SHARE LINKS
        | clog DURATION LINKS | partition KIND | kill NODES | pause NODES,
        each at TIME [for DURATION | until TIME]. Without an end it lasts until
        clients stop, or until heal [LINKS] | restart [NODES] | resume [NODES],
        each at TIME.
        LINKS: n3|* both ways, n0-n4>n7,n9 one way; * is everyone
        NODES: n3, n0-n4,n7, *, or at random: one, subset, minority-third,
        minority, majority
        KIND: \(PartitionKind.allCases.map(\.rawValue).joined(separator: ", "))
        Examples: --fault 'cut n3|* at 2s for 4s'
        --fault 'kill one at 5s' --fault 'restart at 8s'
        """

    /// The values of `--dissemination`.
    enum DisseminationName: String, CaseIterable {
        case none
        case flood
        case infectAndDie = "infect-and-die"
    }

    /// The values of `--gossip-mode`.
    enum GossipMode: Hashable {
        case none
        case exchange(AntiEntropy.Mode)
    }

    private static let gossipModes: [(String, GossipMode)] =
        [("none", .none)] + AntiEntropy.Mode.allCases.map { ($0.rawValue, .exchange($0)) }
}
