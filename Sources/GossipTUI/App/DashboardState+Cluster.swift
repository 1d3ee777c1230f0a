import Engine

/// What keys do to the running cluster.
extension DashboardState {
    /// A client hands a value to the selected node, unless nobody is there to take it.
    mutating func broadcast() -> DashboardEffect? {
        let node = selectedNode
        switch snapshot.nodeStates[node.index] {
        case .running:
            return command(.broadcast(at: node), notice: "a broadcast at \(node)")
        case .paused:
            return command(
                .broadcast(at: node), notice: "\(node) is paused: the broadcast waits for it")
        case .down:
            notice = "\(node) is down: nobody is there to take a broadcast"
            return nil
        }
    }

    mutating func killOrRestart() -> DashboardEffect? {
        let node = selectedNode
        return snapshot.nodeStates[node.index] == .down
            ? command(.restart(node), notice: "\(node) starts anew, with nothing")
            : command(
                .strike(.kill(.nodes(.nodes(NodeSet([node]))))),
                notice: "\(node) is killed: what it held is gone")
    }

    mutating func pauseOrResume() -> DashboardEffect? {
        let node = selectedNode
        switch snapshot.nodeStates[node.index] {
        case .running:
            return command(
                .strike(.pause(.nodes(.nodes(NodeSet([node]))))),
                notice: "\(node) stands still: what arrives waits")
        case .paused:
            return command(.resume(node), notice: "\(node) goes on")
        case .down:
            notice = "\(node) is down: nothing to pause"
            return nil
        }
    }

    mutating func partition(_ kind: PartitionKind) -> DashboardEffect? {
        guard snapshot.scenario.nodeCount <= kind.largestNodeCount else {
            notice = "not with so many nodes: at most \(kind.largestNodeCount)"
            return nil
        }
        return command(.partition(kind), notice: "cut: \(kind.notice)")
    }

    /// The next topology, or the one before, that can link so many nodes.
    mutating func setTopology(offset: Int) -> DashboardEffect? {
        let all = Topology.allCases.filter { $0.largestNodeCount >= snapshot.scenario.nodeCount }
        let current = all.firstIndex(of: snapshot.scenario.topology) ?? 0
        let next = all[(current + offset + all.count) % all.count]
        return command(.setTopology(next), notice: "topology \(next.rawValue)")
    }

    /// At once, then ever longer batches, then at once again.
    mutating func cycleBatchInterval() -> DashboardEffect? {
        let ladder: [TimeSpan] = [20, 50, 100, 200, 500].map { .milliseconds($0) }
        let current = snapshot.scenario.broadcastProtocol.batching.interval ?? .zero
        var next = snapshot.scenario.broadcastProtocol
        if let interval = ladder.first(where: { $0 > current }) {
            if case .every(_, let sendsEmpty) = next.batching { sendsEmptyBatches = sendsEmpty }
            next.batching = .every(interval, sendsEmpty: sendsEmptyBatches)
            return command(.setProtocol(next), notice: "a batch every \(interval)")
        }
        if case .every(_, let sendsEmpty) = next.batching { sendsEmptyBatches = sendsEmpty }
        next.batching = .eager
        return command(.setProtocol(next), notice: "every value at once")
    }
}

extension PartitionKind {
    /// What the cut does, as the screen says it.
    fileprivate var notice: String {
        switch self {
        case .one: "one random node is alone"
        case .minorityThird: "fewer than a third of the nodes are alone"
        case .majority: "two random halves"
        case .majoritiesRing: "everyone hears a majority, no two the same"
        }
    }
}
