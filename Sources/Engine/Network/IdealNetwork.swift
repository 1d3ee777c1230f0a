/// A network in which every message travels on its own: no queues, no order.
///
/// A blocked link stops a message when it is sent and again when it would arrive, so nothing
/// crosses a partition while it stands, not even what was under way when it began.
struct IdealNetwork: Sendable {
    /// What becomes of a message that is sent.
    enum Passage: Hashable, Sendable {
        case arrives(at: Instant)
        case dropped(DropReason)
    }

    var blockedLinks = BlockedLinks.none

    private let latency: LatencyModel
    private let loss: Probability
    private var random: RandomStream

    init(model: NetworkModel, random: RandomStream) {
        latency = model.latency
        loss = Probability(model.loss)
        self.random = random
    }

    /// Decides the fate of a message sent from `source` to `destination` at `now`.
    ///
    /// The draws do not depend on what is blocked: a partition leaves the luck of other messages
    /// alone.
    mutating func passage(
        from source: NodeID, to destination: NodeID, at now: Instant
    ) -> Passage {
        let isLost = loss.happens(using: &random)
        let arrival = now + latency.draw(from: &random)
        if isCut(from: source, to: destination) { return .dropped(.cut) }
        return isLost ? .dropped(.lost) : .arrives(at: arrival)
    }

    /// Whether a partition blocks the link now.
    func isCut(from source: NodeID, to destination: NodeID) -> Bool {
        blockedLinks.contains(from: source, to: destination)
    }
}
