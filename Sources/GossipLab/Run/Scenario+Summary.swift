import Engine

extension Scenario {
    /// The scenario in one line.
    var summary: String { "\(summaryWithoutSeed), seed \(seed)" }

    /// The same for runs that differ in their seeds.
    var summaryWithoutSeed: String {
        let limit = workload.timeLimit.map { " for \($0.spaced)" } ?? ""
        let rate = workload.rate.fixed(workload.rate == workload.rate.rounded() ? 0 : 3)
        var parts = ["\(topology) of \(nodeCount)", spreading, repairWords]
        parts.append(latency)
        if network.loss > 0 { parts.append("\((network.loss * 100).fixed(1)) % lost") }
        parts += faultWords
        return (parts + ["\(rate) op/s\(limit)"]).joined(separator: ", ")
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
            return "\(receivers) in batches every \(interval.spaced)"
                + (sendsEmpty ? ", empty ones too" : "")
        }
    }
}
