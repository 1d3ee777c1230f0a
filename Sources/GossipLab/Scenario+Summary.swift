import Engine

extension Scenario {
    /// The scenario in one line.
    var summary: String {
        let limit = workload.timeLimit.map { " for \($0)" } ?? ""
        let rate = workload.rate.fixed(workload.rate == workload.rate.rounded() ? 0 : 3)
        var parts = ["\(topology) of \(nodeCount)", spreading, repair]
        parts.append(latency)
        if network.loss > 0 { parts.append("\((network.loss * 100).fixed(1)) % lost") }
        if !nemesis.families.isEmpty {
            let faults = nemesis.families.map(\.rawValue).joined(separator: ",")
            parts.append("\(faults) about every \(nemesis.interval)")
        }
        return (parts + ["\(rate) op/s\(limit)", "seed \(seed)"]).joined(separator: ", ")
    }

    private var latency: String {
        guard let map = network.latencyMap else {
            return "\(network.latency.meanMilliseconds) ms \(network.latency.distribution)"
        }
        return "\(map.meansText) ms \(network.latency.distribution) by \(map.name)"
    }

    private var spreading: String {
        let receivers =
            switch broadcastProtocol.dissemination {
            case .none: ""
            case .flood: "flood"
            case .infectAndDie(let fanout): "infect \(fanout) and die"
            }
        if receivers.isEmpty { return "no dissemination" }
        switch broadcastProtocol.batching {
        case .eager: return "\(receivers) at once"
        case .every(let interval, let sendsEmpty):
            return "\(receivers) in batches every \(interval)"
                + (sendsEmpty ? ", empty ones too" : "")
        }
    }

    private var repair: String {
        guard let antiEntropy = broadcastProtocol.antiEntropy else { return "no repair" }
        let exchange =
            switch antiEntropy.mode {
            case .push: "push to"
            case .pull: "pull from"
            case .pushPull: "push-pull with"
            case .pushPullDigest: "push-pull of digests with"
            }
        let clock =
            switch antiEntropy.clock {
            case .periodic: "every \(antiEntropy.interval)"
            case .poisson: "about every \(antiEntropy.interval)"
            case .synchronous: "in rounds of \(antiEntropy.interval)"
            }
        return "\(exchange) \(antiEntropy.fanout) \(clock)"
            + (antiEntropy.relays ? "" : " without relaying")
    }
}
