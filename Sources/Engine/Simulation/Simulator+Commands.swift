/// What is asked from outside.
extension Simulator {
    /// Does at once what a person (or a script) asks for; ignored when the run is over.
    public mutating func apply(_ command: ClusterCommand) {
        guard phase != .finished else { return }
        switch command {
        case .broadcast(let node):
            visit(node)
        case .setTopology(let newTopology):
            topology = newTopology
            host.record(.topologyChanged(newTopology))
            spreadTopology()
        case .setProtocol(let newProtocol):
            broadcastProtocol = newProtocol
            host.record(.protocolChanged(newProtocol))
            spreadProtocol()
        case .partition(let kind):
            effects.removeAll { $0.cut != nil && $0.isUndoneByHand }
            begin(.partition(kind), cause: .hand)
        case .strike(let fault):
            begin(fault, cause: .hand)
        case .heal:
            undo(where: \.isUndoneByHand)
        case .restart(let node):
            for index in effects.indices { effects[index].restart(node, nodeCount: nodes.count) }
            effects.removeAll(where: \.isVain)
            settleNodes()
        case .resume(let node):
            for index in effects.indices { effects[index].resume(node, nodeCount: nodes.count) }
            effects.removeAll(where: \.isVain)
            settleNodes()
        }
    }
}
