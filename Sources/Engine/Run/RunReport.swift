/// What a run came to.
public struct RunReport: Sendable {
    /// What was run.
    public let scenario: Scenario
    /// The fingerprint of the whole trace.
    public let digest: UInt64
    /// Whether the run was ended before its time: what is missing may just not have arrived yet.
    public let isPartial: Bool
    /// How long the nodes lived: operations, recovery and the final reads.
    public let duration: TimeSpan
    /// Messages and operations.
    public let traffic: TrafficCounts
    /// What Maelstrom's checker says.
    public let workload: SetFullResults
    /// What really happened.
    public let propagation: Propagation

    /// The truth about how values spread.
    public struct Propagation: Sendable {
        /// How many values every node holds at the end.
        public let completeCount: Int
        /// The values accepted that some node lacks at the end, because they never got there or
        /// were forgotten in a crash; ascending.
        public let incomplete: [ValueID]
        /// Accept at the origin -> for the first time no node lacks it but those that are down,
        /// over the values that came so far.
        public let latencies: Quantiles<TimeSpan>
        /// How many values came so far: those that were forgotten later are among them.
        public let latencyCount: Int
    }

    /// Whether every value reached every node and Maelstrom would accept the run.
    ///
    /// Maelstrom itself may miss a value that only some nodes lack: a read elsewhere shows it
    /// later.
    public var isValid: Bool {
        propagation.incomplete.isEmpty && workload.validity != .invalid
    }

    /// Messages between nodes per second of the nodes' life; nil when they had none.
    public var messagesPerSecond: Double? {
        duration > .zero ? Double(traffic.serverSendCount) / duration.inSeconds : nil
    }

    /// The report on a run as far as it has come.
    init(_ simulator: Simulator<some MeasuringSink>) {
        let measurements = simulator.sink.measurements
        let ledger = measurements.ledger
        scenario = simulator.scenario
        digest = simulator.digest
        isPartial = simulator.phase != .finished
        duration = simulator.now.sinceStart
        traffic = measurements.traffic
        workload = measurements.workload
        let latencies = ledger.latencies
        propagation = Propagation(
            completeCount: ledger.completeCount, incomplete: ledger.incomplete,
            latencies: Quantiles(sorted: latencies), latencyCount: latencies.count)
    }
}
