/// Partitions, the end of operations, and what is asked from outside.
extension Simulator {
    /// The nemesis cuts the cluster, or heals it, in turn.
    mutating func strike() {
        guard phase == .operating else { return }
        if isNemesisCutting {
            unblock()
        } else {
            let kinds = PartitionKind.kinds(nodeCount: nodes.count)
            block(kinds[faults.integer(below: kinds.count)])
        }
        isNemesisCutting.toggle()
        host.queue.insert(.fault, at: now + faults.span(below: scenario.nemesis.interval * 2))
    }

    mutating func endOperations() {
        unblock()
        host.enter(.recovering)
    }

    /// Does at once what a person (or a script) asks for; ignored when the run is over.
    public mutating func apply(_ command: ClusterCommand) {
        guard phase != .finished else { return }
        switch command {
        case .broadcast(let node):
            visit(node)
        case .setTopology(let newTopology):
            topology = newTopology
            host.record(.topologyChanged(newTopology))
            let neighbors = newTopology.neighbors(nodeCount: nodes.count)
            for (index, list) in neighbors.enumerated() {
                feed(.topologyChanged(list), to: NodeID(index))
            }
        case .setProtocol(let newProtocol):
            broadcastProtocol = newProtocol
            host.record(.protocolChanged(newProtocol))
            for node in nodes.indices { feed(.protocolChanged(newProtocol), to: NodeID(node)) }
        case .partition(let kind):
            block(kind)
        case .heal:
            unblock()
        }
    }

    private mutating func block(_ kind: PartitionKind) {
        host.network.blockedLinks = kind.blockedLinks(nodeCount: nodes.count, random: &faults)
        host.record(.partitioned(host.network.blockedLinks))
    }

    private mutating func unblock() {
        guard !blockedLinks.isEmpty else { return }
        host.network.blockedLinks = .none
        host.record(.healed)
    }
}
