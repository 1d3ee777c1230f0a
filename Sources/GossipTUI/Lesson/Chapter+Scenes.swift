import Engine

/// What the scenes of the lesson have in common.
extension Chapter.Scene {
    /// 25 nodes, 100 ms apart, with so many operations a second for so long; afterwards what is
    /// under way arrives.
    static func scenario(
        _ topology: Topology, rate: Double = 10, for limit: TimeSpan,
        _ spreading: BroadcastProtocol = BroadcastProtocol()
    ) -> Scenario {
        var scenario = Scenario()
        scenario.topology = topology
        scenario.workload.rate = rate
        scenario.workload.timeLimit = limit
        scenario.broadcastProtocol = spreading
        return scenario
    }

    /// A flood at once over `topology`, with a broadcast at n0 soon after the start.
    static func flood(_ topology: Topology, for limit: TimeSpan) -> Chapter.Scene {
        Chapter.Scene(
            name: topology.rawValue, scenario: scenario(topology, for: limit),
            cues: [.broadcast(at: NodeID(0), after: .milliseconds(100))])
    }
}

extension Chapter.Cue {
    /// A client broadcasts at `node`.
    static func broadcast(at node: NodeID, after time: TimeSpan) -> Chapter.Cue {
        Chapter.Cue(time: time, command: .broadcast(at: node))
    }
}

/// What the chapters read off a run.
extension ClusterSnapshot {
    /// The longest propagation latency of a value, in milliseconds; nil before the first.
    var longestMilliseconds: Double? { figures.propagation.maximum?.inMilliseconds }

    /// The median propagation latency, in milliseconds; nil before the first.
    var medianMilliseconds: Double? { figures.propagation.quantile(0.5)?.inMilliseconds }

    /// The longest propagation latency in hops of a flood at once; nil where its hops differ.
    var longestHops: Int? {
        guard Prediction(scenario)?.theory == .flood,
            let hop = scenario.network.latency.constant, hop > .zero,
            let longest = figures.propagation.maximum
        else { return nil }
        return Int((longest.inSeconds / hop.inSeconds).rounded())
    }

    /// The messages of a flood at once per broadcast, by the links.
    ///
    /// Every node sends once along each of its links, but for the one that brought the value. That
    /// one is among them if the link goes both ways: always in an undirected topology; in a
    /// directed one with some of the nodes, depending on who was first.
    var floodMessages: ClosedRange<Double> {
        let arcs = neighbors.reduce(0) { $0 + $1.count }
        let mutual = neighbors.enumerated().count { index, targets in
            targets.contains {
                $0.index != index && neighbors[$0.index].contains(NodeID(index))
            }
        }
        let high = scenario.topology.isUndirected ? arcs - (mutual - 1) : arcs
        return Double(min(high, arcs - mutual))...Double(high)
    }

    /// That a flood costs what its links say.
    var messagesClaim: Claim {
        var range = floodMessages
        if scenario.topology.isUndirected { range = range.upperBound...range.upperBound }
        return Claim(
            subject: "the number of messages per broadcast",
            measured: figures.traffic.messagesPerBroadcast, range: range)
    }

    /// That no value of a flood at once was quicker or slower than the distances allow.
    var distanceClaims: [Claim] {
        let latencies = Prediction(scenario)?.latencies.map(\.latency.inMilliseconds) ?? []
        let range = (latencies.first ?? 0)...(latencies.last ?? 0)
        return [
            Claim(
                subject: "the longest latency", measured: longestMilliseconds, range: range,
                unit: "ms"),
            Claim(
                subject: "the shortest latency",
                measured: figures.propagation.minimum?.inMilliseconds, range: range, unit: "ms"),
        ]
    }
}

/// Which choice a figure belongs to.
extension Sequence {
    /// The place of the first range that holds `figure`; nil for none.
    func place<Bound>(of figure: Bound) -> Int? where Element == ClosedRange<Bound> {
        enumerated().first { $0.element.contains(figure) }?.offset
    }
}
