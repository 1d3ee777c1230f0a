import Engine

extension BroadcastService {
    /// Carries out `request`, which came in `packet`; an error leaves everything as it was.
    mutating func serve(
        _ request: Request, _ packet: Packet, at now: Instant, into effects: inout ServiceEffects
    ) throws(RequestError) {
        if case .initialize(let name, let names) = request {
            try initialize(name, among: names)
            answer(packet, .initializeOK, into: &effects)
            return feed(.started, at: now, into: &effects)
        }
        guard let member else {
            throw RequestError(
                code: .temporarilyUnavailable,
                text: "the node is not initialized yet: send init first, then try again")
        }
        switch request {
        case .initialize:
            break
        case .topology(let lists):
            let neighbors = try member.neighbors(in: lists)
            if settings.followsSuggestion {
                feed(.topologyChanged(neighbors), at: now, into: &effects)
            }
            answer(packet, .topologyOK, into: &effects)
        case .broadcast(let message):
            let value = interner.number(of: message)
            feed(.broadcast(value, register(address(for: packet))), at: now, into: &effects)
        case .read:
            feed(.read(register(address(for: packet))), at: now, into: &effects)
        case .gossip(let gossip):
            take(gossip, packet, at: now, into: &effects)
            answer(packet, .gossipOK, into: &effects)
        }
    }

    private mutating func initialize(
        _ name: String, among names: [String]
    ) throws(RequestError) {
        if let member {
            throw .malformed(
                "init: the node is \(member.name) already; init comes once, and first")
        }
        guard let nodeNames = NodeNames(names) else {
            throw .malformed("init: node_ids must not name a node twice")
        }
        guard let id = nodeNames.number(of: name) else {
            let summary = JSONValue.string(name).summary
            throw .malformed("init: node_id must be one of node_ids, which do not have \(summary)")
        }
        let node = BroadcastNode(
            id: id, nodeCount: nodeNames.count,
            neighbors: settings.topology.neighbors(of: id.index, nodeCount: nodeNames.count),
            protocol: settings.broadcastProtocol,
            random: RandomStream(seed: settings.seed, purpose: .node, index: id.index))
        member = ClusterMember(name: name, names: nodeNames, node: node)
    }

    /// Values from a node outside the cluster are taken in like a client's, so that none is lost;
    /// what it asks is not answered.
    private mutating func take(
        _ gossip: Gossip, _ packet: Packet, at now: Instant, into effects: inout ServiceEffects
    ) {
        let message = gossip.message(&interner)
        guard let source = member?.names.number(of: packet.source) else {
            let name = JSONValue.string(packet.source).summary
            effects.report(
                "gossip from \(name), which is not one of node_ids, taken in as a client's")
            for value in message.values {
                feed(.broadcast(value, register(nil)), at: now, into: &effects)
            }
            return
        }
        feed(.received(message, from: source), at: now, into: &effects)
    }

    /// Answers at once, where an answer is wanted.
    private func answer(_ packet: Packet, _ reply: Reply, into effects: inout ServiceEffects) {
        guard let address = address(for: packet) else { return }
        effects.send(Packet(reply, to: address))
    }
}

extension BroadcastService.ClusterMember {
    /// The neighbours that `lists` suggest for this node.
    fileprivate func neighbors(
        in lists: [Request.NeighborList]
    ) throws(RequestError) -> [NodeID] {
        var own: [NodeID]?
        for list in lists {
            _ = try number(of: list.node)
            var neighbors: [NodeID] = []
            for neighbor in list.neighbors { neighbors.append(try number(of: neighbor)) }
            if list.node == name { own = neighbors }
        }
        guard let own else { throw .malformed("topology: \(name) is missing; it needs a list") }
        return own
    }

    private func number(of name: String) throws(RequestError) -> NodeID {
        guard let number = names.number(of: name) else {
            let summary = JSONValue.string(name).summary
            throw .malformed("topology: \(summary) is not one of the node_ids that init named")
        }
        return number
    }
}
