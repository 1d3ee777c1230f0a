/// Which nodes do not run, and what waits for those that will go on.
struct Outages: Sendable {
    /// Something that reached a paused node.
    struct Delivery: Sendable {
        let parcel: Parcel
        let arrivedAt: Instant
    }

    private(set) var states: [NodeState]
    private var stoppedCount = 0
    /// What waits for paused nodes, in the order in which it arrived.
    private(set) var waiting: [Delivery] = []

    init(nodeCount: Int) {
        states = Array(repeating: .running, count: nodeCount)
    }

    /// Whether `node` is paused or down.
    @inline(__always)
    func isStopped(_ node: NodeID) -> Bool {
        stoppedCount > 0 && states[node.index] != .running
    }

    /// Which nodes have changed from one state to another.
    struct Changes {
        var killed = NodeSet()
        var restarted = NodeSet()
        var paused = NodeSet()
        var resumed = NodeSet()
    }

    /// The nodes in `down` are down from now on, others in `paused` are paused, the rest run.
    /// O(nodes).
    mutating func change(down: NodeSet, paused: NodeSet) -> Changes {
        var changes = Changes()
        stoppedCount = 0
        for index in states.indices {
            let node = NodeID(index)
            let former = states[index]
            let state: NodeState =
                down.contains(node) ? .down : paused.contains(node) ? .paused : .running
            states[index] = state
            if state != .running { stoppedCount += 1 }
            if state == former { continue }
            if state == .down { changes.killed.insert(node) }
            if former == .down { changes.restarted.insert(node) }
            if state == .paused { changes.paused.insert(node) }
            if former == .paused && state == .running { changes.resumed.insert(node) }
        }
        return changes
    }

    /// Keeps `parcel`, which reaches a paused node at `now`.
    mutating func keep(_ parcel: Parcel, at now: Instant) {
        waiting.append(Delivery(parcel: parcel, arrivedAt: now))
    }

    /// Takes out what waits for `nodes`, in the order in which it arrived.
    mutating func takeWaiting(for nodes: NodeSet) -> [Parcel] {
        let taken = waiting.map(\.parcel).filter { nodes.contains($0.receiver) }
        if !taken.isEmpty { waiting.removeAll { nodes.contains($0.parcel.receiver) } }
        return taken
    }
}

extension Parcel {
    /// The node that it is for.
    fileprivate var receiver: NodeID {
        switch self {
        case .letter(let letter): letter.destination
        case .request(let operation): operation.node
        }
    }
}
