/// What the impairments of its link do to one message.
struct Passage: Hashable, Sendable {
    /// Whether it is lost.
    var isLost = false
    /// How much longer it takes; its duplicate too.
    var delay = TimeSpan.zero
    /// How long its duplicate is under way without that delay; nil when it has none.
    var duplicateLatency: TimeSpan?
}

extension Network {
    /// What befalls a message from `source` to `destination`. O(impairments).
    ///
    /// Losses on one link combine independently and so do duplications, but a message has one
    /// duplicate at most; delays add up.
    mutating func passage(from source: NodeID, to destination: NodeID) -> Passage {
        var passage = Passage()
        var isDuplicated = false
        for impairment in impairments
        where impairment.links.contains(from: source, to: destination) {
            switch impairment.kind {
            case .loss(let chance):
                if chance.happens(using: &impairmentLuck) { passage.isLost = true }
            case .duplication(let chance):
                if chance.happens(using: &impairmentLuck) { isDuplicated = true }
            case .clog(let delay):
                passage.delay = passage.delay + delay
            }
        }
        if isDuplicated {
            passage.duplicateLatency = latency(from: source, to: destination)
                .draw(from: &impairmentLuck)
        }
        return passage
    }
}
