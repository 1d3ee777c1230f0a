/// Messages counted as Maelstrom's network statistics count them.
public struct TrafficCounts: Hashable, Sendable {
    /// Messages between nodes that were sent: acks, messages to oneself and messages later lost or
    /// cut included.
    public var serverSendCount = 0
    /// Copies of values in the messages that were sent; a message with three values has three, one
    /// that only tells or asks which values are held has none.
    public var sentCopies = 0
    /// Bytes of the messages that were sent, each as its line of JSON on Maelstrom's wire
    /// (`GossipMessage.wireSize`).
    public var sentBytes = 0
    /// Messages between nodes that arrived.
    public var serverReceiveCount = 0
    /// Messages between nodes that a blocked link stopped.
    public var cutCount = 0
    /// Messages between nodes that the network lost.
    public var lostCount = 0
    /// Messages between nodes whose destination was down, or crashed before it could take them.
    public var downCount = 0
    /// Second copies of messages between nodes, made by the network; they do not count as sent, but
    /// as received, cut or otherwise lost.
    public var duplicateCount = 0
    /// Copies of values that arrived; a message with three values brings three.
    public var deliveredCopies = 0
    /// Those among them that were new to their receiver.
    public var usefulCopies = 0
    /// Broadcasts that clients invoked.
    public var broadcastCount = 0
    /// Reads that clients invoked, the final ones included.
    public var readCount = 0
    /// Answers that clients got.
    public var replyCount = 0
    /// Operations whose clients gave up waiting.
    public var timeOutCount = 0

    /// Nothing counted.
    public init() {}

    /// Operations that clients invoked.
    public var operationCount: Int { broadcastCount + readCount }

    /// Messages that clients sent and got; requests and replies, without a node's initialisation.
    public var clientSendCount: Int { operationCount + replyCount }

    /// Messages between nodes per client operation, Maelstrom's msgs-per-op; nil before the first
    /// one.
    public var messagesPerOperation: Double? {
        operationCount == 0 ? nil : Double(serverSendCount) / Double(operationCount)
    }

    /// Messages between nodes per broadcast; nil before the first one.
    public var messagesPerBroadcast: Double? {
        broadcastCount == 0 ? nil : Double(serverSendCount) / Double(broadcastCount)
    }

    /// Bytes between nodes per client operation; nil before the first one.
    public var bytesPerOperation: Double? {
        operationCount == 0 ? nil : Double(sentBytes) / Double(operationCount)
    }

    /// Bytes between nodes per broadcast; nil before the first one.
    public var bytesPerBroadcast: Double? {
        broadcastCount == 0 ? nil : Double(sentBytes) / Double(broadcastCount)
    }

    /// The mean number of values in a message between nodes; nil before the first one.
    public var valuesPerMessage: Double? {
        serverSendCount == 0 ? nil : Double(sentCopies) / Double(serverSendCount)
    }

    /// The mean length of a message between nodes; nil before the first one.
    public var bytesPerMessage: Double? {
        serverSendCount == 0 ? nil : Double(sentBytes) / Double(serverSendCount)
    }

    /// The share of delivered copies that were new to their receiver; nil before the first one.
    public var usefulShare: Double? {
        deliveredCopies == 0 ? nil : Double(usefulCopies) / Double(deliveredCopies)
    }

    /// Relative message redundancy: deliveries of a value per node that got it that way, less one.
    ///
    /// (Leitão, Pereira and Rodrigues, "Epidemic broadcast trees", 2007.) 0 on a tree; nil before
    /// anything useful arrived.
    public var relativeMessageRedundancy: Double? {
        usefulCopies == 0 ? nil : Double(deliveredCopies) / Double(usefulCopies) - 1
    }

    /// Counts a message between nodes that was sent, with its copies and bytes.
    mutating func countSent(copies: Int, bytes: Int) {
        serverSendCount += 1
        sentCopies += copies
        sentBytes += bytes
    }

    /// The counts since `earlier`, which is a former state of these.
    func since(_ earlier: TrafficCounts) -> TrafficCounts {
        var counts = self
        counts.serverSendCount -= earlier.serverSendCount
        counts.sentCopies -= earlier.sentCopies
        counts.sentBytes -= earlier.sentBytes
        counts.serverReceiveCount -= earlier.serverReceiveCount
        counts.cutCount -= earlier.cutCount
        counts.lostCount -= earlier.lostCount
        counts.downCount -= earlier.downCount
        counts.duplicateCount -= earlier.duplicateCount
        counts.deliveredCopies -= earlier.deliveredCopies
        counts.usefulCopies -= earlier.usefulCopies
        counts.broadcastCount -= earlier.broadcastCount
        counts.readCount -= earlier.readCount
        counts.replyCount -= earlier.replyCount
        counts.timeOutCount -= earlier.timeOutCount
        return counts
    }
}
