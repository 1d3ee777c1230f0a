import Engine

/// A value and the tree by which it came to the nodes.
struct FollowedValue: Hashable {
    let value: ValueID
    /// Entry i is node i's hop, 0 for the node that accepted the value; nil for one that lacks it.
    let hops: [Int?]
    /// Entry i is whom node i has it from; nil for a client, and for a node that lacks it.
    let sources: [NodeID?]

    /// The way of a value in a cluster of `nodeStates.count` nodes; those that are down have
    /// forgotten it.
    init(_ arrivals: ValueArrivals, nodeStates: [NodeState]) {
        value = arrivals.value
        let latest = arrivals.latest(nodeCount: nodeStates.count).enumerated().map {
            nodeStates[$0] == .down ? nil : $1
        }
        hops = latest.map { $0?.hop }
        sources = latest.map { $0?.arrival.source }
    }

    /// Whether the value came over the link, one way or the other.
    func cameOver(_ one: NodeID, _ other: NodeID) -> Bool {
        sources[one.index] == other || sources[other.index] == one
    }
}

extension DashboardState {
    /// The value that is followed, as far as its way is known.
    var followed: FollowedValue? {
        closeUp.arrivals.map { FollowedValue($0, nodeStates: snapshot.nodeStates) }
    }
}
