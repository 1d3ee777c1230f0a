/// What is asked from outside.
extension Simulator {
    /// Does at once what a person (or a script) asks for; ignored when the run is over.
    public mutating func apply(_ command: ClusterCommand) {
        guard phase != .finished else { return }
        switch command {
        case .broadcast(let node):
            visit(node)
        case .setTopology(let newTopology):
            current.topology = newTopology
            host.record(.topologyChanged(newTopology))
            spreadTopology()
        case .setProtocol(let newProtocol):
            current.broadcastProtocol = newProtocol
            host.record(.protocolChanged(newProtocol))
            spreadProtocol()
        case .setNetwork(let newNetwork): setNetwork(newNetwork)
        case .setRate(let rate): setRate(rate)
        case .setNemesis(let nemesis): setNemesis(nemesis)
        case .partition(let kind):
            effects.removeAll { $0.cut != nil && $0.isHealedByHand }
            begin(.partition(kind), cause: .hand)
        case .strike(let fault):
            begin(fault, cause: .hand)
        case .heal:
            undo(where: \.isHealedByHand)
        case .healLinks(let links):
            undo { $0.cause == .hand && $0.fault.links.map(links.isSame) ?? false }
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

    private mutating func setNetwork(_ network: NetworkModel) {
        precondition(
            network.delivery == current.network.delivery,
            "deliveries are scheduled in one way throughout a run")
        current.network = network
        host.network.model = network
        host.record(.networkChanged(network))
    }

    /// The gap that clients are in the middle of is drawn anew, from this moment on.
    private mutating func setRate(_ rate: Double) {
        current.workload.rate = rate
        host.record(.rateChanged(rate))
        host.setRate(rate, before: scenario.workload.timeLimit)
    }

    private mutating func setNemesis(_ nemesis: Nemesis) {
        current.nemesis = nemesis
        host.record(.nemesisChanged(nemesis))
        undo(where: \.isOfNemesis)
        guard phase == .operating else { return }
        let first = timelines.count
        retiredTimelineCount = first
        timelines += NemesisTimeline.timelines(of: nemesis)
        for timeline in first..<timelines.count {
            host.queue.insert(.fault(.turn(timeline)), at: now)
        }
    }
}
