/// What the host does about nodes that are paused or down.
extension SimulatedHost {
    /// Deals with what reached a node that does not run: it waits if the node is paused, and is
    /// gone if the node is down. On an ideal network only now does a client's time-out matter.
    mutating func hold(_ parcel: Parcel, for node: NodeID) {
        if isIdeal, case .request(let operation) = parcel {
            queue.insert(.timeout(operation), at: now + Self.patience)
        }
        if outages.states[node.index] == .paused {
            outages.keep(parcel, at: now)
        } else {
            lose(parcel)
        }
    }

    /// The nodes crash: their timers and what waits for them are gone.
    mutating func kill(_ nodes: NodeSet) {
        record(.killed(nodes))
        for node in nodes {
            for timer in NodeTimer.allCases { set(timer, of: node, at: nil) }
        }
        for parcel in outages.takeWaiting(for: nodes) { lose(parcel) }
    }

    private mutating func lose(_ parcel: Parcel) {
        if case .letter(let letter) = parcel { drop(letter, .down) }
    }
}
