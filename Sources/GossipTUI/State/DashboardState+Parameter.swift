import Engine

extension DashboardState {
    /// The present value of `parameter`, as the command line has it.
    func value(of parameter: Parameter) -> String {
        switch parameter {
        case .speed: speed.label
        case .theme: theme.rawValue
        case .glyphs: glyphs.rawValue
        case .preset: Preset.allCases.first { $0.scenario == snapshot.scenario }?.rawValue ?? "none"
        case .dissemination, .disseminationFanout, .batchInterval, .sendsEmptyBatches, .gossipMode,
            .gossipInterval, .gossipFanout, .gossipClock, .gossipRelay:
            value(of: parameter, in: snapshot.scenario.broadcastProtocol)
        default: value(of: parameter, in: snapshot.scenario)
        }
    }

    /// Why `parameter` has no meaning now; nil where it has.
    func idleness(of parameter: Parameter) -> String? {
        let scenario = snapshot.scenario
        let spreading = scenario.broadcastProtocol
        switch parameter {
        case .latency where scenario.network.latencyMap != nil: return "the run has a latency map"
        case .nemesisInterval where scenario.nemesis.families.isEmpty: return "no nemesis"
        case .batchInterval where spreading.dissemination == .none: return "no dissemination"
        case .sendsEmptyBatches where spreading.batching == .eager: return "no batches"
        case .gossipInterval, .gossipFanout, .gossipClock, .gossipRelay:
            return spreading.antiEntropy == nil ? "no repair" : nil
        case .disseminationFanout:
            if case .infectAndDie = spreading.dissemination { return nil }
            return "not infect-and-die"
        case .theme: return hasColor ? nil : "no colours here"
        case .glyphs: return hasUnicode ? nil : "ASCII only"
        default: return nil
        }
    }

    private func value(of parameter: Parameter, in scenario: Scenario) -> String {
        switch parameter {
        case .topology: scenario.topology.rawValue
        case .nodeCount: "\(scenario.nodeCount)"
        case .latency: "\(scenario.network.latency.meanMilliseconds)"
        case .latencyDistribution: scenario.network.latency.distribution.rawValue
        case .loss: Self.text(scenario.network.loss)
        case .rate: Self.text(scenario.workload.rate)
        case .nemesis:
            scenario.nemesis.families.isEmpty
                ? "none" : scenario.nemesis.families.map(\.rawValue).joined(separator: ",")
        case .nemesisInterval: Self.text(scenario.nemesis.interval.inSeconds)
        case .seed: "\(scenario.seed)"
        default: ""
        }
    }

    private func value(of parameter: Parameter, in spreading: BroadcastProtocol) -> String {
        let gossip = spreading.antiEntropy
        switch parameter {
        case .dissemination:
            switch spreading.dissemination {
            case .none: return "none"
            case .flood: return "flood"
            case .infectAndDie: return "infect-and-die"
            }
        case .disseminationFanout:
            if case .infectAndDie(let fanout) = spreading.dissemination { return "\(fanout)" }
            return ""
        case .batchInterval: return spreading.batching.interval.map { "\($0)" } ?? "0ms"
        case .sendsEmptyBatches:
            if case .every(_, true) = spreading.batching { return "on" }
            return "off"
        case .gossipMode: return gossip?.mode.rawValue ?? "none"
        case .gossipInterval: return gossip.map { "\($0.interval)" } ?? ""
        case .gossipFanout: return gossip.map { "\($0.fanout)" } ?? ""
        case .gossipClock: return gossip?.clock.rawValue ?? ""
        case .gossipRelay: return gossip?.relays ?? false ? "on" : "off"
        default: return ""
        }
    }

    /// A number without a fraction if it has none.
    private static func text(_ number: Double) -> String {
        Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }
}
