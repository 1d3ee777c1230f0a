import Engine

/// What the menu offers to change, by its word in the command line.
enum Parameter: String, CaseIterable, Hashable {
    case topology
    case nodeCount = "node-count"
    case latency
    case latencyDistribution = "latency-dist"
    case loss
    case rate
    case nemesis
    case nemesisInterval = "nemesis-interval"
    case dissemination
    case disseminationFanout = "dissemination-fanout"
    case batchInterval = "batch-interval"
    case sendsEmptyBatches = "send-empty-batches"
    case gossipMode = "gossip-mode"
    case gossipInterval = "gossip-interval"
    case gossipFanout = "gossip-fanout"
    case gossipClock = "gossip-clock"
    case gossipRelay = "gossip-relay"
    case preset
    case seed
    case speed
    case theme
    case glyphs

    /// What the parameter is about, in a word.
    var group: String {
        switch self {
        case .topology, .nodeCount: "cluster"
        case .latency, .latencyDistribution, .loss: "network"
        case .rate: "clients"
        case .nemesis, .nemesisInterval: "faults"
        case .dissemination, .disseminationFanout, .batchInterval, .sendsEmptyBatches: "spreading"
        case .gossipMode, .gossipInterval, .gossipFanout, .gossipClock, .gossipRelay: "repair"
        case .preset, .seed, .speed: "run"
        case .theme, .glyphs: "screen"
        }
    }

    /// Whether another value starts the run anew.
    var startsAnew: Bool { [.nodeCount, .preset, .seed].contains(self) }

    /// The line that gives the parameter this value.
    func line(setting value: String) -> String {
        switch self {
        case .sendsEmptyBatches, .gossipRelay: value == "on" ? rawValue : "no-\(rawValue)"
        default: "\(rawValue) \(value)"
        }
    }

    /// The values that the menu goes through, in order; where they are numbers, ascending.
    var ladder: [String] {
        switch self {
        case .topology: Topology.allCases.map(\.rawValue)
        case .nodeCount:
            ["1", "2", "3", "5", "9", "16", "25", "36", "49", "64", "100", "225", "400", "1000"]
        case .latency: ["0", "1", "5", "10", "20", "50", "100", "200", "500", "1000"]
        case .latencyDistribution: LatencyModel.Distribution.allCases.map(\.rawValue)
        case .loss: ["0", "0.01", "0.05", "0.1", "0.2", "0.5"]
        case .rate: ["0", "1", "2", "5", "10", "20", "50", "100", "200", "500", "1000"]
        case .nemesis:
            ["none"] + Nemesis.Family.allCases.map(\.rawValue)
                + [Nemesis.Family.allCases.map(\.rawValue).joined(separator: ",")]
        case .nemesisInterval: ["1", "2", "5", "10", "20"]
        case .dissemination: ["flood", "infect-and-die", "none"]
        case .disseminationFanout, .gossipFanout: ["1", "2", "3", "5", "8", "13"]
        case .batchInterval:
            ["0ms", "10ms", "20ms", "50ms", "100ms", "200ms", "500ms", "1s", "2s"]
        case .sendsEmptyBatches, .gossipRelay: ["off", "on"]
        case .gossipMode: ["none"] + AntiEntropy.Mode.allCases.map(\.rawValue)
        case .gossipInterval: ["100ms", "200ms", "500ms", "1s", "2s", "5s", "10s"]
        case .gossipClock: AntiEntropy.Clock.allCases.map(\.rawValue)
        case .preset: Preset.allCases.map(\.rawValue)
        case .seed: []
        case .speed: Speed.all.map(\.label)
        case .theme: Theme.allCases.map(\.rawValue)
        case .glyphs: GlyphSet.allCases.map(\.rawValue)
        }
    }

    /// The value so many places further in the ladder than `value`, which may lie between two of
    /// its numbers; nil where the ladder ends.
    func value(_ step: Int, after value: String) -> String? {
        if self == .seed {
            guard let seed = UInt64(value) else { return nil }
            let (next, overflows) =
                step > 0 ? seed.addingReportingOverflow(1) : seed.subtractingReportingOverflow(1)
            return overflows ? nil : "\(next)"
        }
        if let place = ladder.firstIndex(of: value) {
            return ladder.indices.contains(place + step) ? ladder[place + step] : nil
        }
        guard let number = Self.number(value) else { return ladder.first }
        return step > 0
            ? ladder.first { (Self.number($0) ?? 0) > number }
            : ladder.last { (Self.number($0) ?? 0) < number }
    }

    /// A number, or a time in milliseconds.
    private static func number(_ text: String) -> Double? {
        if text.hasSuffix("ms") { return Double(text.dropLast(2)) }
        if text.hasSuffix("s") { return Double(text.dropLast()).map { $0 * 1_000 } }
        return Double(text)
    }
}
