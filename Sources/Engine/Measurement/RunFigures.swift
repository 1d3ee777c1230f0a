/// What was measured over a stretch of a run.
public struct RunFigures: Hashable, Sendable {
    /// When the stretch began: the start of the run, or the last change of topology or protocol.
    public var since = Instant.zero
    /// Broadcasts that clients invoked.
    public var broadcastCount = 0
    /// Reads that clients invoked.
    public var readCount = 0
    /// Messages sent from node to node, those later lost or cut included.
    public var sentCount = 0
    /// Messages that arrived.
    public var deliveredCount = 0
    /// Messages dropped by a partition.
    public var cutCount = 0
    /// Messages lost on the way.
    public var lostCount = 0
    /// Copies of values that arrived; a message with three values brings three.
    public var deliveredCopies = 0
    /// Those among them that were new to their receiver.
    public var usefulCopies = 0
    /// Values accepted in the stretch that every node holds by now.
    public var completeCount = 0
    /// Accept at the origin -> the last node has it, for each complete value.
    public var propagation = LatencyHistogram()
    /// What Maelstrom's reads would have seen of the same: an estimate that is never above the truth.
    public var stable = LatencyHistogram()
    /// Messages sent in each whole quarter of a second of the run, the last 30 s at most, newest last.
    public var sentPerQuarterSecond: [Int] = []

    /// Nothing measured.
    public init() {}

    /// Operations that clients invoked.
    public var operationCount: Int { broadcastCount + readCount }

    /// Messages between nodes per client operation, Maelstrom's msgs-per-op; nil before the first one.
    public var messagesPerOperation: Double? {
        operationCount == 0 ? nil : Double(sentCount) / Double(operationCount)
    }

    /// Messages between nodes per broadcast; nil before the first one.
    public var messagesPerBroadcast: Double? {
        broadcastCount == 0 ? nil : Double(sentCount) / Double(broadcastCount)
    }

    /// The share of delivered copies that were new to their receiver; nil before the first one.
    public var usefulShare: Double? {
        deliveredCopies == 0 ? nil : Double(usefulCopies) / Double(deliveredCopies)
    }
}
