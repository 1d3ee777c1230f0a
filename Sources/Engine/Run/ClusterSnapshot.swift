/// What a person can see of a running cluster at one instant; a value without ties to the run.
public struct ClusterSnapshot: Hashable, Sendable {
    /// When it was taken, in the run's own time.
    public var now: Instant
    /// How far the run has come.
    public var phase: RunPhase
    /// The scenario, with the topology, protocol, network, rate and nemesis now in force.
    public var scenario: Scenario
    /// Entry i holds the nodes that node i sends to.
    public var neighbors: [[NodeID]]
    /// The links over which nothing passes.
    public var blockedLinks: BlockedLinks
    /// Entry i is the side of the partition that node i is on; all zeros when there is none.
    public var sides: [Int]
    /// Entry i says whether node i works.
    public var nodeStates: [NodeState]
    /// The faults in force in the order in which they began, with the nodes drawn for them.
    public var faults: [Fault]
    /// Whether there are faults that `ClusterCommand.heal` undoes, which not all of links are.
    public var isHealable: Bool
    /// How many values have been broadcast since the start.
    public var valueCount: Int
    /// How far the newest values have spread that a node accepted, oldest first.
    public var recentValues: [ValueSpread]
    /// What is under way between nodes, soonest arrival first; where that is more than
    /// `mostMessages`, about so many of them at even distances, as numbers go.
    public var messages: [InFlightMessage]
    /// How many more messages are under way.
    public var omittedMessageCount: Int
    /// What was measured since topology, protocol, network or rate last changed.
    public var figures: RunFigures

    /// Nobody can tell more messages apart, and each costs time.
    public static let mostMessages = 50_000

    /// A snapshot of the given facts; every node runs and no fault is in force unless told
    /// otherwise.
    public init(
        now: Instant, phase: RunPhase, scenario: Scenario, neighbors: [[NodeID]],
        blockedLinks: BlockedLinks = .none, sides: [Int], valueCount: Int,
        recentValues: [ValueSpread] = [], messages: [InFlightMessage] = [],
        omittedMessageCount: Int = 0,
        figures: RunFigures = RunFigures(), nodeStates: [NodeState]? = nil, faults: [Fault] = [],
        isHealable: Bool = false
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
        self.omittedMessageCount = omittedMessageCount
        self.figures = figures
        self.nodeStates = nodeStates ?? Array(repeating: .running, count: neighbors.count)
        self.faults = faults
        self.isHealable = isHealable
    }
}
