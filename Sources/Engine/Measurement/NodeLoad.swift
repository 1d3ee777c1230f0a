/// The messages of one node over a stretch of a run.
public struct NodeLoad: Hashable, Sendable {
    /// Messages to other nodes, or to itself, that it sent.
    public var sentCount = 0
    /// Messages that it took.
    public var receivedCount = 0

    /// No messages, unless told otherwise.
    public init(sentCount: Int = 0, receivedCount: Int = 0) {
        self.sentCount = sentCount
        self.receivedCount = receivedCount
    }

    /// What it sent and took together.
    public var messageCount: Int { sentCount + receivedCount }
}
