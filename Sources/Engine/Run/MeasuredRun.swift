/// A simulated cluster and what is measured of it.
///
/// A value: a copy is a checkpoint. The simulator behind it is generic over what receives its
/// trace; this type binds it to `Measurements`, so that both are compiled into one loop.
public struct MeasuredRun: Sendable {
    private var simulator: Simulator<Measurements>

    /// A cluster at the start of `scenario`.
    public init(_ scenario: Scenario) {
        simulator = Simulator(scenario, sink: Measurements(nodeCount: scenario.nodeCount))
    }

    /// The cluster's time.
    public var now: Instant { simulator.now }

    /// How far the run has come.
    public var phase: RunPhase { simulator.phase }

    /// Messages and operations since the start.
    public var traffic: TrafficCounts { simulator.sink.traffic }

    /// Lets everything happen that is due at `instant` or before, and moves the clock there.
    ///
    /// A finished run stays where it is.
    public mutating func run(until instant: Instant) { simulator.run(until: instant) }

    /// Runs to the end. The workload must have a time limit.
    public mutating func runToEnd() { simulator.runToEnd() }

    /// Lets the next event happen; false when there is none.
    @discardableResult
    public mutating func step() -> Bool { simulator.step() }

    /// Does at once what a person (or a script) asks for; ignored when the run is over.
    public mutating func apply(_ command: ClusterCommand) { simulator.apply(command) }

    /// The cluster as it is now, with the `newest` values and everything under way.
    ///
    /// O(newest x nodes + m log m) for m messages under way, and O(nodes²) while links are blocked.
    public func snapshot(newest: Int) -> ClusterSnapshot { simulator.snapshot(newest: newest) }

    /// The report on the run so far.
    public var report: RunReport { RunReport(simulator) }
}
