/// What lies between nodes: latency, loss, blocked and impaired links.
struct Network: Sendable {
    /// The links over which nothing passes now.
    var blockedLinks = BlockedLinks.none {
        didSet { hasFaults = !blockedLinks.isEmpty || !impairments.isEmpty }
    }
    /// What befalls messages over some links now.
    var impairments: [LinkImpairment] = [] {
        didSet { hasFaults = !blockedLinks.isEmpty || !impairments.isEmpty }
    }
    /// Whether any link is blocked or impaired: asked for every message.
    private(set) var hasFaults = false
    /// Decides whom impairments strike; the luck of all other messages stays as it is.
    var impairmentLuck: RandomStream

    /// How messages that are sent from now on travel, faults aside.
    var model: NetworkModel {
        didSet { (constantLatency, loss) = Self.shortcuts(of: model) }
    }
    /// The latency of all messages; nil when it is drawn anew, or differs from link to link.
    private var constantLatency: TimeSpan?
    private var loss: Probability
    private var random: RandomStream

    init(model: NetworkModel, seed: UInt64) {
        self.model = model
        (constantLatency, loss) = Self.shortcuts(of: model)
        random = RandomStream(seed: seed, purpose: .network)
        impairmentLuck = RandomStream(seed: seed, purpose: .impairment)
    }

    private static func shortcuts(of model: NetworkModel) -> (TimeSpan?, Probability) {
        (model.latencyMap == nil ? model.latency.constant : nil, Probability(model.loss))
    }

    /// When a message sent at `now` is due at `destination`; nil when it is lost on the way.
    ///
    /// What is drawn does not depend on what is blocked or lost: a cut leaves the luck of
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
        latency(from: source, to: destination).draw(from: &random)
    }

    /// How long messages over the link are under way.
    func latency(from source: NodeID, to destination: NodeID) -> LatencyModel {
        model.latency(from: source, to: destination)
    }

    /// Whether the link is blocked now.
    @inline(__always)
    func isCut(from source: NodeID, to destination: NodeID) -> Bool {
        blockedLinks.contains(from: source, to: destination)
    }
}
