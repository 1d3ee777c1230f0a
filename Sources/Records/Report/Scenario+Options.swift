public import Engine

/// What an option says, as data.
public enum OptionValue: Hashable, Sendable {
    /// A name or a list of names.
    case text(String)
    /// A duration that is written with its unit.
    case duration(TimeSpan)
    case integer(UInt64)
    case number(Double)
    /// Whether a flag is set.
    case flag(Bool)
    /// What each of several options of the same name says.
    case texts([String])
    /// The option has no meaning in this scenario.
    case absent

    /// A duration as options have it; none at all is `0ms`.
    public static func text(of duration: TimeSpan) -> String {
        duration == .zero ? "0ms" : "\(duration)"
    }
}

extension Scenario {
    /// The scenario as options: every one by name, in a fixed order.
    ///
    /// Read back as a command line they give the same scenario, unless its clients never stop
    /// (`time-limit` is absent), which no option says.
    public var options: [(name: String, value: OptionValue)] {
        [
            ("node-count", .integer(UInt64(nodeCount))),
            ("topology", .text(topology.rawValue)),
            ("rate", .number(workload.rate)),
            ("time-limit", workload.timeLimit.map { .number($0.inSeconds) } ?? .absent),
        ] + latencyOptions + [
            ("latency-dist", .text(network.latency.distribution.rawValue)),
            ("loss", .number(network.loss)),
            ("network", .text(network.delivery.rawValue)),
        ] + faultOptions + disseminationOptions + batchOptions + gossipOptions + [
            ("recovery", .duration(recovery)),
            ("seed", .integer(seed)),
        ]
    }

    /// The command-line arguments that turn the default scenario into this one, the seed always
    /// included.
    public var arguments: [String] {
        zip(options, Scenario().options).flatMap { option, standard -> [String] in
            guard option.value != standard.value || option.name == "seed" else { return [] }
            switch option.value {
            case .text(let text): return ["--\(option.name)", text]
            case .duration(let duration):
                return ["--\(option.name)", OptionValue.text(of: duration)]
            case .integer(let integer): return ["--\(option.name)", "\(integer)"]
            case .number(let number):
                let integer = Int(exactly: number)
                return ["--\(option.name)", integer.map { "\($0)" } ?? "\(number)"]
            case .flag(let isSet): return [isSet ? "--\(option.name)" : "--no-\(option.name)"]
            case .texts(let texts): return texts.flatMap { ["--\(option.name)", $0] }
            case .absent: return []
            }
        }
    }

    private var latencyOptions: [(name: String, value: OptionValue)] {
        if let map = network.latencyMap {
            [("latency", .absent), ("latency-map", .text(map.name))]
        } else {
            [
                ("latency", .integer(UInt64(network.latency.meanMilliseconds))),
                ("latency-map", .absent),
            ]
        }
    }

    private var faultOptions: [(name: String, value: OptionValue)] {
        let families = nemesis.families.map(\.rawValue).joined(separator: ",")
        return [
            ("nemesis", .text(families.isEmpty ? "none" : families)),
            (
                "nemesis-interval",
                families.isEmpty ? .absent : .number(nemesis.interval.inSeconds)
            ),
            ("fault", .texts(faults.map(\.description))),
        ]
    }

    private var disseminationOptions: [(name: String, value: OptionValue)] {
        let dissemination = broadcastProtocol.dissemination
        let fanout: OptionValue =
            switch dissemination {
            case .none, .flood: .absent
            case .infectAndDie(let fanout): .integer(UInt64(fanout))
            }
        return [("dissemination", .text(dissemination.name)), ("dissemination-fanout", fanout)]
    }

    private var batchOptions: [(name: String, value: OptionValue)] {
        switch broadcastProtocol.batching {
        case .eager:
            [("batch-interval", .duration(.zero)), ("send-empty-batches", .flag(false))]
        case .every(let interval, let sendsEmpty):
            [("batch-interval", .duration(interval)), ("send-empty-batches", .flag(sendsEmpty))]
        }
    }

    private var gossipOptions: [(name: String, value: OptionValue)] {
        let gossip = broadcastProtocol.antiEntropy
        return [
            ("gossip-mode", .text(gossip?.mode.rawValue ?? "none")),
            ("gossip-interval", gossip.map { .duration($0.interval) } ?? .absent),
            ("gossip-fanout", gossip.map { .integer(UInt64($0.fanout)) } ?? .absent),
            ("gossip-clock", gossip.map { .text($0.clock.rawValue) } ?? .absent),
            ("gossip-relay", gossip.map { .flag($0.relays) } ?? .absent),
        ]
    }
}
