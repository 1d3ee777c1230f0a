/// A fault in force: who caused it, and what exactly it does.
struct FaultEffect: Sendable {
    /// Who caused a fault, and so undoes it.
    enum Cause: Hashable, Sendable {
        /// The scenario's fault with this number.
        case schedule(Int)
        case nemesis(Nemesis.Family)
        /// Somebody who watches.
        case hand
    }

    let cause: Cause
    /// The fault, with the nodes that were drawn for it.
    private(set) var fault: Fault
    /// The links that it blocks; nil unless it is a cut.
    let cut: BlockedLinks?

    /// Draws what `fault` leaves to chance, in a cluster of `nodeCount` nodes.
    init(_ fault: Fault, cause: Cause, nodeCount: Int, random: inout RandomStream) {
        self.cause = cause
        switch fault {
        case .partition(let kind):
            self.fault = fault
            cut = kind.blockedLinks(nodeCount: nodeCount, random: &random)
        case .cut(let links):
            self.fault = fault
            cut = BlockedLinks(links, nodeCount: nodeCount)
        case .kill(let target):
            self.fault = .kill(.nodes(target.draw(nodeCount: nodeCount, random: &random)))
            cut = nil
        case .pause(let target):
            self.fault = .pause(.nodes(target.draw(nodeCount: nodeCount, random: &random)))
            cut = nil
        case .loss, .duplication, .clog:
            self.fault = fault
            cut = nil
        }
    }

    /// Whether it befalls nothing and nobody: the nodes drawn are none, or there is no link to cut.
    var isVain: Bool {
        switch fault {
        case .partition, .cut: cut?.isEmpty ?? true
        case .loss(let links, _), .duplication(let links, _), .clog(let links, _):
            links.sources.isEmpty || links.destinations.isEmpty
        case .kill, .pause: (killed ?? paused)?.isEmpty ?? true
        }
    }

    /// What it does to messages over some links; nil unless that is all it does.
    var impairment: LinkImpairment? {
        switch fault {
        case .loss(let links, let share):
            LinkImpairment(links: links, kind: .loss(Probability(share)))
        case .duplication(let links, let share):
            LinkImpairment(links: links, kind: .duplication(Probability(share)))
        case .clog(let links, let delay):
            LinkImpairment(links: links, kind: .clog(delay))
        case .partition, .cut, .kill, .pause: nil
        }
    }

    /// The nodes that it keeps down; nil unless it does.
    var killed: NodeGroup? {
        if case .kill(.nodes(let nodes)) = fault { nodes } else { nil }
    }

    /// The nodes that it keeps paused; nil unless it does.
    var paused: NodeGroup? {
        if case .pause(.nodes(let nodes)) = fault { nodes } else { nil }
    }

    /// Keeps `node` down no longer.
    mutating func restart(_ node: NodeID, nodeCount: Int) {
        guard var nodes = killed?.nodes(nodeCount: nodeCount) else { return }
        nodes.remove(node)
        fault = .kill(.nodes(.nodes(nodes)))
    }

    /// Keeps `node` paused no longer.
    mutating func resume(_ node: NodeID, nodeCount: Int) {
        guard var nodes = paused?.nodes(nodeCount: nodeCount) else { return }
        nodes.remove(node)
        fault = .pause(.nodes(.nodes(nodes)))
    }

    /// Whether it struck at random.
    var isOfNemesis: Bool {
        if case .nemesis = cause { true } else { false }
    }

    /// Whether somebody who heals the network undoes it: it befalls links, and that by hand, or is
    /// a partition of the nemesis.
    var isHealedByHand: Bool {
        fault.isOfLinks && (cause == .hand || cause == .nemesis(.partition))
    }
}
