import Engine

/// A scenario in a few words, the most telling first.
struct ScenarioLine {
    let scenario: Scenario

    var parts: [String] {
        let latency = scenario.network.latency
        let spread = latency.distribution == .constant ? "" : " \(latency.distribution.rawValue)"
        let means = scenario.network.latencyMap?.meansText ?? "\(latency.meanMilliseconds)"
        var parts = [
            scenario.topology.rawValue, spreading, antiEntropy,
            "\(means) ms\(spread)",
        ]
        if scenario.network.loss > 0 {
            parts.append("loss \(scenario.network.loss)")
        }
        parts.append("\(scenario.workload.rate.brief) op/s")
        parts.append("seed \(scenario.seed)")
        return parts
    }

    private var spreading: String {
        switch scenario.broadcastProtocol.dissemination {
        case .none: "no dissemination"
        case .flood: batching
        case .infectAndDie(let fanout): "infect \(fanout) and die, \(batching)"
        }
    }

    private var batching: String {
        switch scenario.broadcastProtocol.batching {
        case .eager: "eager"
        case .every(let interval, let sendsEmpty):
            "batches every \(interval.spaced)" + (sendsEmpty ? ", empty ones too" : "")
        }
    }

    private var antiEntropy: String {
        guard let antiEntropy = scenario.broadcastProtocol.antiEntropy else { return "no repair" }
        let exchange =
            switch antiEntropy.mode {
            case .push: "push to"
            case .pull: "pull from"
            case .pushPull: "push-pull with"
            case .pushPullDigest: "digests with"
            }
        let clock =
            switch antiEntropy.clock {
            case .periodic: "every"
            case .poisson: "about every"
            case .synchronous: "in rounds of"
            }
        return "\(exchange) \(antiEntropy.fanout) \(clock) \(antiEntropy.interval.spaced)"
            + (antiEntropy.relays ? "" : ", not relayed")
    }
}
