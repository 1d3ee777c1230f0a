import Engine

/// Why no neighbour sent nodes the value in a flood, as far as the trace and the topology tell.
struct AbsenceCauses {
    /// Entry i are the nodes with a link to node i; empty where a link explains nothing.
    private var linkSources: [[NodeID]] = []
    private let learningsOfNode: [NodeID: [ValueJourney.Learning]]

    init(scenario: Scenario, journey: ValueJourney) {
        learningsOfNode = Dictionary(grouping: journey.learnings, by: \.node)
        // Where nobody has it, nobody could send it.
        guard scenario.broadcastProtocol.dissemination == .flood, journey.heldCount > 0 else {
            return
        }
        let nodeCount = scenario.nodeCount
        linkSources = Array(repeating: [], count: nodeCount)
        for index in 0..<nodeCount {
            for neighbor in scenario.topology.neighbors(of: index, nodeCount: nodeCount)
            where neighbor.index != index {
                linkSources[neighbor.index].append(NodeID(index))
            }
        }
    }

    /// Why nothing was sent to the node; nil where nothing tells.
    func cause(of absence: ValueJourney.Absence) -> String? {
        guard !linkSources.isEmpty else { return nil }
        if absence.forgottenAt != nil { return "a flood does not come by twice" }
        let sources = linkSources[absence.node.index]
        let learnings = sources.flatMap { learningsOfNode[$0] ?? [] }
        if learnings.isEmpty {
            let verb = sources.count == 1 ? "has" : "have"
            return "\(NodeNames(sources)), which \(verb) a link to it, never had it"
        }
        let crashed = learnings.filter { $0.sentCount == 0 && $0.forgottenAt != nil }
        guard crashed.count == learnings.count, let first = crashed.first else { return nil }
        return "\(first.node) crashed before it had sent it to anyone"
    }
}
