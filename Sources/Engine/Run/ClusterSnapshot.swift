/// What a person can see of a running cluster at one instant; a value without ties to the run.
public struct ClusterSnapshot: Hashable, Sendable {
    /// When it was taken, in the run's own time.
    public var now: Instant
    /// How far the run has come.
    public var phase: RunPhase
    /// The scenario, with the topology and protocol now in force.
    public var scenario: Scenario
    /// Entry i holds the nodes that node i sends to.
    public var neighbors: [[NodeID]]
    /// The links over which nothing passes.
    public var blockedLinks: BlockedLinks
    /// Entry i is the side of the partition that node i is on; all zeros when there is none.
    public var sides: [Int]
    /// How many values have been broadcast since the start.
    public var valueCount: Int
    /// How far the newest values have spread, oldest first.
    public var recentValues: [ValueSpread]
    /// What is under way between nodes, soonest arrival first.
    public var messages: [InFlightMessage]
    /// What was measured since the topology or protocol last changed.
    public var figures: RunFigures

    /// A snapshot of the given facts.
    public init(
        now: Instant, phase: RunPhase, scenario: Scenario, neighbors: [[NodeID]],
        blockedLinks: BlockedLinks = .none, sides: [Int], valueCount: Int,
        recentValues: [ValueSpread] = [], messages: [InFlightMessage] = [],
        figures: RunFigures = RunFigures()
    ) {
        self.now = now
        self.phase = phase
        self.scenario = scenario
        self.neighbors = neighbors
        self.blockedLinks = blockedLinks
        self.sides = sides
        self.valueCount = valueCount
        self.recentValues = recentValues
        self.messages = messages
        self.figures = figures
    }
}

/// How far one value has spread.
public struct ValueSpread: Hashable, Sendable {
    /// Which value.
    public var value: ValueID
    /// The node that accepted it from a client.
    public var origin: NodeID
    /// When that was.
    public var acceptedAt: Instant
    /// The nodes that hold it.
    public var holders: NodeSet
    /// How many nodes hold it.
    public var holderCount: Int

    /// The spread of `value`, accepted by `origin`.
    public init(value: ValueID, origin: NodeID, acceptedAt: Instant, holders: NodeSet) {
        self.value = value
        self.origin = origin
        self.acceptedAt = acceptedAt
        self.holders = holders
        holderCount = holders.count
    }
}

/// A message on its way from one node to another.
public struct InFlightMessage: Hashable, Sendable {
    /// What the message is good for, as things stand now.
    public enum Role: Hashable, Sendable {
        /// Brings its receiver something new.
        case useful
        /// Brings its receiver nothing that it does not hold already.
        case redundant
        /// A full set sent to a random node, whatever it brings.
        case repair
    }

    /// Tells messages of one run apart.
    public var number: Int
    public var source: NodeID
    public var destination: NodeID
    public var message: GossipMessage
    public var role: Role
    public var sentAt: Instant
    public var arrivesAt: Instant

    /// A message under way.
    public init(
        number: Int, source: NodeID, destination: NodeID, message: GossipMessage, role: Role,
        sentAt: Instant, arrivesAt: Instant
    ) {
        self.number = number
        self.source = source
        self.destination = destination
        self.message = message
        self.role = role
        self.sentAt = sentAt
        self.arrivesAt = arrivesAt
    }

    /// How much of the way is behind it at `now`, 0...1.
    public func progress(at now: Instant) -> Double {
        let whole = (arrivesAt - sentAt).inSeconds
        guard whole > 0 else { return 1 }
        return min(1, max(0, (now - sentAt).inSeconds / whole))
    }
}
