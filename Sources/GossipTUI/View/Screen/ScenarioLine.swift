import Engine

/// A scenario in a few words, the most telling first.
struct ScenarioLine {
    let scenario: Scenario

    /// The words where there is room.
    var parts: [String] { parts(faults: scenario.faultWords) }

    /// The words where there is little room, from which parts may be dropped at the end.
    var briefParts: [String] {
        let faultCount = scenario.faults.count
        return parts(
            faults: (scenario.nemesis.families.isEmpty ? [] : ["nemesis"])
                + (faultCount == 0 ? [] : ["\(faultCount) fault\(faultCount == 1 ? "" : "s")"]))
    }

    private func parts(faults: [String]) -> [String] {
        let latency = scenario.network.latency
        let spread = latency.distribution == .constant ? "" : " \(latency.distribution.rawValue)"
        let means = scenario.network.latencyMap?.meansText ?? "\(latency.meanMilliseconds)"
        let delivery = scenario.network.delivery == .ideal ? ", ideal" : ""
        let loss = scenario.network.loss
        return [scenario.topology.rawValue, spreading, scenario.repairWords] + faults
            + ["\(means) ms\(spread)\(delivery)"] + (loss > 0 ? ["loss \(loss)"] : [])
            + ["\(scenario.workload.rate.brief) op/s", "seed \(scenario.seed)"]
    }

    /// How values spread, and what repairs losses.
    var protocolWords: String { "\(spreading), \(scenario.repairWords)" }

    private var spreading: String {
        switch scenario.broadcastProtocol.dissemination {
        case .none: "no dissemination"
        case .flood: batching ?? "flood"
        case .infectAndDie(let fanout):
            "infect \(fanout) and die" + (batching.map { ", \($0)" } ?? "")
        }
    }

    /// Nil for values that go at once.
    private var batching: String? {
        switch scenario.broadcastProtocol.batching {
        case .eager: nil
        case .every(let interval, let sendsEmpty):
            "batches every \(interval.spaced)" + (sendsEmpty ? ", empty ones too" : "")
        }
    }
}
