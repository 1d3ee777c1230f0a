/// A simulated cluster that somebody watches and meddles with: as `MeasuredRun`, with a journal and
/// more to see.
///
/// A value: a copy is a checkpoint.
public struct WatchedRun: Sendable {
    /// What a step leads to.
    public enum Milestone: Hashable, Sendable {
        /// The next event of any kind.
        case event
        /// The next message that arrives.
        case delivery
        /// The next batch that is sent.
        case batch
    }

    /// A moment of a run: the clock, and how many events were before it, for several may be due at
    /// one instant.
    public struct Moment: Comparable, Hashable, Sendable {
        /// What the clock shows.
        public let instant: Instant
        /// How many events have happened.
        public let eventCount: Int

        /// The moment at `instant` after so many events.
        public init(instant: Instant, eventCount: Int) {
            self.instant = instant
            self.eventCount = eventCount
        }

        /// Before anything happened.
        public static let start = Moment(instant: .zero, eventCount: 0)

        public static func < (left: Moment, right: Moment) -> Bool {
            (left.instant, left.eventCount) < (right.instant, right.eventCount)
        }
    }

    private var simulator: Simulator<Observation>

    /// A cluster at the start of `scenario`.
    public init(_ scenario: Scenario) {
        simulator = Simulator(scenario, sink: Observation(nodeCount: scenario.nodeCount))
    }

    /// What was run, without the changes since.
    public var scenario: Scenario { simulator.scenario }

    /// What is in force now.
    public var currentScenario: Scenario { simulator.current }

    /// The cluster's time.
    public var now: Instant { simulator.now }

    /// The present moment.
    public var moment: Moment {
        Moment(instant: simulator.now, eventCount: simulator.eventCount)
    }

    /// How far the run has come.
    public var phase: RunPhase { simulator.phase }

    /// The fingerprint of the trace so far.
    public var digest: UInt64 { simulator.digest }

    /// Lets everything happen that is due at `instant` or before, and moves the clock there.
    ///
    /// A finished run stays where it is.
    public mutating func run(until instant: Instant) { simulator.run(until: instant) }

    /// Lets the next event happen if it is due at `limit` or before; false when there is none.
    mutating func step(until limit: Instant) -> Bool {
        guard let next = simulator.nextInstant, next <= limit else { return false }
        return simulator.step()
    }

    /// Runs to a moment of the same run.
    mutating func run(to moment: Moment) {
        simulator.run(to: moment.instant, eventCount: moment.eventCount)
    }

    /// About how many bytes the run takes that `former`, an earlier state of it, does not share:
    /// what nodes hold and what happened lately, 110 for each value that changed since, and 6 for
    /// each node that may know it.
    func estimatedBytes(besides former: WatchedRun) -> Int {
        let measurements = simulator.sink.measurements
        let start = measurements.firstValueChanged(since: former.simulator.sink.measurements)
        let nodeCount = simulator.nodes.count
        let valueCount = measurements.ledger.valueCount
        return 1_000_000 + nodeCount * (200 + valueCount / 8)
            + (valueCount - start) * (110 + 6 * nodeCount)
    }

    /// How many milestones of a kind there have been; 0 for events.
    func count(of milestone: Milestone) -> Int {
        switch milestone {
        case .event: 0
        case .delivery: simulator.sink.measurements.traffic.serverReceiveCount
        case .batch: simulator.sink.batchCount
        }
    }

    /// Does at once what a person (or a script) asks for; ignored when the run is over.
    public mutating func apply(_ command: ClusterCommand) { simulator.apply(command) }

    /// As `MeasuredRun.report`.
    public var report: RunReport { RunReport(simulator) }

    /// As `MeasuredRun.snapshot`.
    public func snapshot(newest: Int) -> ClusterSnapshot { simulator.snapshot(newest: newest) }

    /// How far the values with these numbers have spread, as far as a node accepted them.
    public func spreads(of values: Range<Int>) -> [ValueSpread] {
        let ledger = simulator.sink.measurements.ledger
        return values.clamped(to: 0..<ledger.valueCount).map(ValueID.init)
            .filter(ledger.isAccepted).map(ledger.spread)
    }

    /// The latest events.
    public var journal: Journal { simulator.sink.journal }

    /// Entry i counts node i's messages since topology, protocol, network or rate last changed.
    public var loads: [NodeLoad] { simulator.sink.loads }

    /// How `value` came to the nodes; nil for one that is too old to be kept, or that no node has
    /// learned.
    public func arrivals(of value: ValueID) -> ValueArrivals? { simulator.sink.arrivals[value] }
}
