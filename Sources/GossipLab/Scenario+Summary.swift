import Engine

extension Scenario {
    /// The scenario in one line.
    var summary: String {
        let limit = workload.timeLimit.map { " for \($0)" } ?? ""
        let rate = workload.rate.fixed(workload.rate == workload.rate.rounded() ? 0 : 3)
        var parts = ["\(topology) of \(nodeCount)", spreading, repair]
        parts.append(latency)
        if network.loss > 0 { parts.append("\((network.loss * 100).fixed(1)) % lost") }
        if !nemesis.faults.isEmpty {
            let faults = nemesis.faults.map(\.rawValue).joined(separator: ",")
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
        switch broadcastProtocol.batching {
        case .eager: "\(broadcastProtocol.dissemination) at once"
        case .every(let interval, let sendsEmpty):
            "\(broadcastProtocol.dissemination) in batches every \(interval)"
                + (sendsEmpty ? ", empty ones too" : "")
        }
    }

    private var repair: String {
        switch broadcastProtocol.antiEntropy {
        case .none: "no repair"
        case .push(let interval, let fanout, let relays):
            "push to \(fanout) every \(interval)" + (relays ? "" : " without relaying")
        }
    }
}
