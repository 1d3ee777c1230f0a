/// Nodes that crash, stand still, and come back.
extension Simulator {
    /// Makes of every node what the faults in force make of it: a node is down as long as one keeps
    /// it down, and paused as long as one keeps it paused.
    mutating func settleNodes() {
        let changes = host.outages.change(
            down: union(of: effects.compactMap(\.killed)),
            paused: union(of: effects.compactMap(\.paused)))
        if !changes.killed.isEmpty { kill(changes.killed) }
        if !changes.restarted.isEmpty { restart(changes.restarted) }
        if !changes.paused.isEmpty { host.record(.paused(changes.paused)) }
        if !changes.resumed.isEmpty { resume(changes.resumed) }
    }

    private func union(of groups: [NodeGroup]) -> NodeSet {
        groups.reduce(NodeSet()) { $0.union($1.nodes(nodeCount: nodes.count)) }
    }

    private mutating func kill(_ killed: NodeSet) {
        host.kill(killed)
        for node in killed {
            crashCounts[node.index] += 1
            nodes[node.index] = newborn(node)
        }
    }

    /// `node` as it will start its next life: the topology and protocol in force, luck of its own.
    private func newborn(_ node: NodeID) -> BroadcastNode {
        let life = Int(crashCounts[node.index])
        return BroadcastNode(
            id: node, nodeCount: nodes.count,
            neighbors: topology.neighbors(of: node.index, nodeCount: nodes.count),
            protocol: broadcastProtocol,
            random: RandomStream(
                seed: scenario.seed, purpose: .node, index: node.index + life * nodes.count))
    }

    private mutating func restart(_ restarted: NodeSet) {
        host.record(.restarted(restarted))
        for node in restarted { feed(.started, to: node) }
    }

    /// Nodes that were paused take note of what has changed, do what has become due, each timer
    /// once, and take what waits for them in the order in which it came.
    private mutating func resume(_ resumed: NodeSet) {
        host.record(.resumed(resumed))
        for node in resumed {
            bringUpToDate(node)
            for timer in NodeTimer.allCases { fire(timer, of: node) }
        }
        for parcel in host.outages.takeWaiting(for: resumed) {
            switch parcel {
            case .letter(let letter): deliver(letter)
            case .request(let operation): serve(operation)
            }
        }
    }

    // MARK: Topology and protocol

    /// Tells all nodes of the topology in force; those that are paused hear of it when they go on.
    mutating func spreadTopology() {
        let neighbors = topology.neighbors(nodeCount: nodes.count)
        for (index, list) in neighbors.enumerated() {
            let node = NodeID(index)
            switch host.outages.states[index] {
            case .running: feed(.topologyChanged(list), to: node)
            case .paused: break
            case .down: nodes[index] = newborn(node)
            }
        }
    }

    /// Tells all nodes of the protocol in force; those that are paused hear of it when they go on.
    mutating func spreadProtocol() {
        for index in nodes.indices {
            let node = NodeID(index)
            switch host.outages.states[index] {
            case .running: feed(.protocolChanged(broadcastProtocol), to: node)
            case .paused: break
            case .down: nodes[index] = newborn(node)
            }
        }
    }

    private mutating func bringUpToDate(_ node: NodeID) {
        let neighbors = topology.neighbors(of: node.index, nodeCount: nodes.count)
        if nodes[node.index].neighbors != neighbors {
            feed(.topologyChanged(neighbors), to: node)
        }
        if nodes[node.index].protocolInUse != broadcastProtocol {
            feed(.protocolChanged(broadcastProtocol), to: node)
        }
    }
}
