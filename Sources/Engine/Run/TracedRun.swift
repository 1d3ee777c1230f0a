/// A run whose trace is handed out piece by piece, as it comes about, and not kept.
public struct TracedRun: Sendable {
    /// How far a run has come.
    public struct Progress: Hashable, Sendable {
        /// The share of its simulated time that is over, 0...1.
        public let share: Double
        /// How many events have been handed out.
        public let eventCount: Int
    }

    /// The most steps to a piece, for there are steps in which nothing happens.
    private static let mostSteps = 100_000

    private var simulator: Simulator<RecordedTrace>
    private let pieceLength: Int
    private var eventCount = 0

    /// The run of `scenario`, nothing handed out yet; a piece ends with the step of the simulator
    /// that brings it to `pieceLength` events, 1 or more.
    public init(_ scenario: Scenario, pieceLength: Int = 4_096) {
        precondition(pieceLength > 0, "a piece of \(pieceLength) events")
        simulator = Simulator(scenario, sink: RecordedTrace())
        self.pieceLength = pieceLength
    }

    /// The cluster's time.
    public var now: Instant { simulator.now }

    /// The fingerprint of what has been handed out.
    public var digest: UInt64 { simulator.digest }

    /// How far it has come.
    public var progress: Progress {
        Progress(share: simulator.scenario.share(overAt: now), eventCount: eventCount)
    }

    /// The events that come next, none perhaps if nothing happens for long; nil at the end, which
    /// only a workload with a time limit has.
    public mutating func next() -> [RecordedTrace.Entry]? {
        guard simulator.nextInstant != nil else { return nil }
        for _ in 0..<Self.mostSteps {
            guard simulator.host.sink.entries.count < pieceLength, simulator.step() else { break }
        }
        let entries = simulator.host.sink.takeEntries()
        eventCount += entries.count
        return entries
    }
}
