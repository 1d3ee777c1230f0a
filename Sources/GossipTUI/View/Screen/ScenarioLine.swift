import Engine

/// A scenario in a few words, the most telling first.
struct ScenarioLine {
    let scenario: Scenario

    var parts: [String] {
        let latency = scenario.network.latency
        let spread = latency.distribution == .constant ? "" : " \(latency.distribution.rawValue)"
        let means = scenario.network.latencyMap?.meansText ?? "\(latency.meanMilliseconds)"
        var parts = [
            scenario.topology.rawValue, batching, antiEntropy,
            "\(means) ms\(spread)",
        ]
        if scenario.network.loss > 0 {
            parts.append("loss \(scenario.network.loss)")
        }
        parts.append("\(scenario.workload.rate.brief) op/s")
        parts.append("seed \(scenario.seed)")
        return parts
    }

    private var batching: String {
        switch scenario.broadcastProtocol.batching {
        case .eager: "eager"
        case .every(let interval, let sendsEmpty):
            "batches every \(interval.spaced)" + (sendsEmpty ? ", empty ones too" : "")
        }
    }

    private var antiEntropy: String {
        switch scenario.broadcastProtocol.antiEntropy {
        case .none: "no repair"
        case .push(let interval, let fanout, let relays):
            "push to \(fanout) every \(interval.spaced)" + (relays ? "" : ", not relayed")
        }
    }
}
