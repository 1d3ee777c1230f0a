/// What lies between nodes: latency, loss and blocked links.
struct Network: Sendable {
    /// The links over which nothing passes now.
    var blockedLinks = BlockedLinks.none

    private let latency: LatencyModel
    /// The latency of all messages; nil when it is drawn anew, or differs from link to link.
    private let constantLatency: TimeSpan?
    private let latencyMap: LatencyMap?
    private let loss: Probability
    private var random: RandomStream

    init(model: NetworkModel, random: RandomStream) {
        latency = model.latency
        latencyMap = model.latencyMap
        constantLatency = model.latencyMap == nil ? model.latency.constant : nil
        loss = Probability(model.loss)
        self.random = random
    }

    /// When a message sent at `now` is due at `destination`; nil when it is lost on the way.
    ///
    /// What is drawn does not depend on what is blocked or lost: a partition leaves the luck of
    /// other messages alone.
    @inline(__always)
    mutating func dueTime(
        ofMessageSentAt now: Instant, from source: NodeID, to destination: NodeID
    ) -> Instant? {
        let isLost = loss.happens(using: &random)
        let latency = constantLatency ?? drawLatency(from: source, to: destination)
        return isLost ? nil : now + latency
    }

    private mutating func drawLatency(
        from source: NodeID, to destination: NodeID
    ) -> TimeSpan {
        var latency = latency
        if let latencyMap {
            latency.meanMilliseconds = latencyMap.meanMilliseconds(from: source, to: destination)
        }
        return latency.draw(from: &random)
    }

    /// Whether a partition blocks the link now.
    @inline(__always)
    func isCut(from source: NodeID, to destination: NodeID) -> Bool {
        blockedLinks.contains(from: source, to: destination)
    }
}
