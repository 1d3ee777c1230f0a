import TestSupport

@testable import Engine

/// A cluster that faults strike by script, and what its trace says of them.
struct FaultRun {
    var simulator: Simulator<Both>

    /// `nodeCount` nodes in a line on an ideal network of 100 ms, nobody asking for anything,
    /// struck by `faults`.
    init(nodeCount: Int, _ faults: [ScheduledFault], _ adapt: (inout Scenario) -> Void = { _ in }) {
        var scenario = Scenario.idle
        scenario.nodeCount = nodeCount
        scenario.topology = .line
        scenario.network.delivery = .ideal
        scenario.faults = faults
        adapt(&scenario)
        simulator = Simulator(scenario, sink: Both(nodeCount: scenario.nodeCount))
    }

    var traffic: TrafficCounts { simulator.sink.measurements.traffic }
    var ledger: SpreadLedger { simulator.sink.measurements.ledger }

    mutating func run(untilMilliseconds milliseconds: Int64) {
        simulator.run(until: Instant(microseconds: milliseconds * 1_000))
    }

    /// Broadcasts a value at each of `times`, in milliseconds and ascending.
    mutating func broadcast(at node: Int, times: [Int64]) {
        for time in times {
            run(untilMilliseconds: time)
            simulator.apply(.broadcast(at: NodeID(node)))
        }
    }

    /// The states of all nodes at `milliseconds`.
    mutating func states(atMilliseconds milliseconds: Int64) -> [NodeState] {
        run(untilMilliseconds: milliseconds)
        return simulator.nodeStates
    }

    /// What `describe` makes of the events that it knows, each after its time in milliseconds.
    func story(_ describe: (TraceEvent) -> String?) -> [String] {
        simulator.sink.trace.entries.compactMap { entry in
            describe(entry.event).map { "\(entry.instant.microseconds / 1_000) \($0)" }
        }
    }

    /// When `node` learned which value.
    func learnings(of node: Int) -> [String] {
        story { event in
            guard case .learned(NodeID(node), let value, _) = event else { return nil }
            return "\(value)"
        }
    }

    /// What happened to nodes.
    var outages: [String] {
        story { event in
            switch event {
            case .killed(let nodes): "killed \(NodeGroup.nodes(nodes))"
            case .restarted(let nodes): "restarted \(NodeGroup.nodes(nodes))"
            case .paused(let nodes): "paused \(NodeGroup.nodes(nodes))"
            case .resumed(let nodes): "resumed \(NodeGroup.nodes(nodes))"
            default: nil
            }
        }
    }

    /// Which messages were dropped for `reason`.
    func drops(_ reason: DropReason) -> [String] {
        story { event in
            guard case .dropped(let envelope, reason) = event else { return nil }
            return "\(envelope.source)>\(envelope.destination)"
        }
    }
}

extension ScheduledFault {
    /// `fault` from one time to another, in milliseconds.
    init(_ fault: Fault, _ start: Int64, _ end: Int64?) {
        self.init(fault, from: .milliseconds(start), to: end.map(TimeSpan.milliseconds))
    }
}
