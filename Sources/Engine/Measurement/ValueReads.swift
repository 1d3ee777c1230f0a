/// What the reads of clients show of one value: Jepsen's set-full for a single element.
///
/// The rules are those of `SetFullChecker`, which judges all values at once; here the reads that
/// decide are kept, so that they can be shown.
public struct ValueReads: Sendable {
    /// A read that was answered.
    public struct Read: Hashable, Sendable {
        /// The node that was asked.
        public let node: NodeID
        /// When it was asked.
        public let invokedAt: Instant
        /// When it answered, with what it held then.
        public let completedAt: Instant
        /// Where in the history of invocations and completions it was invoked.
        fileprivate let invocation: Int
    }

    /// How clients first came to know of the value.
    public struct Knowledge: Hashable, Sendable {
        /// When that was.
        public let at: Instant
        /// The node whose read showed the value; nil where its broadcast completed first.
        public let reader: NodeID?
        /// Where in the history that was.
        fileprivate let completion: Int
    }

    /// What Maelstrom says of the value.
    public enum Verdict: Hashable, Sendable {
        /// Every read showed it from some read on; the last that lacked it was invoked so long
        /// after it was known.
        case stable(TimeSpan)
        /// It was known, and missing from the latest read that could have shown it.
        case lost
        /// No read decides about it.
        case neverRead
    }

    private struct Invocation: Sendable {
        let instant: Instant
        let place: Int
    }

    /// How it first became known; nil before.
    public private(set) var known: Knowledge?
    /// The read that lacked it and was invoked last; nil without any.
    public private(set) var lastAbsent: Read?
    /// The read that showed it and was invoked last; nil without any.
    public private(set) var lastPresent: Read?

    private var historyCount = 0
    /// Whether the broadcast was invoked: reads that were over before say nothing about the value.
    private var isBroadcast = false
    /// When the client of each node invoked its latest read.
    private var latestInvocation: [Invocation?]

    init(nodeCount: Int) {
        latestInvocation = Array(repeating: nil, count: nodeCount)
    }

    /// What Maelstrom would say at this moment.
    public var verdict: Verdict {
        let absent = lastAbsent?.invocation ?? -1
        let present = lastPresent?.invocation ?? -1
        if absent < present {
            guard let known, let lastAbsent else { return .stable(.zero) }
            return .stable(max(.zero, lastAbsent.invokedAt - known.at))
        }
        if let known, known.completion < absent { return .lost }
        return .neverRead
    }

    mutating func invokeRead(at node: NodeID, _ instant: Instant) {
        latestInvocation[node.index] = Invocation(instant: instant, place: nextPlace())
    }

    /// A broadcast was invoked, perhaps that of the value.
    mutating func invokeBroadcast(ofValue: Bool) {
        _ = nextPlace()
        if ofValue { isBroadcast = true }
    }

    /// `node`, which holds the value or not, answered a read.
    mutating func completeRead(at node: NodeID, _ instant: Instant, shows: Bool) {
        let place = nextPlace()
        guard isBroadcast, let invocation = latestInvocation[node.index] else { return }
        let read = Read(
            node: node, invokedAt: invocation.instant, completedAt: instant,
            invocation: invocation.place)
        if shows {
            known = known ?? Knowledge(at: instant, reader: node, completion: place)
            if read.invocation > lastPresent?.invocation ?? -1 { lastPresent = read }
        } else if read.invocation > lastAbsent?.invocation ?? -1 {
            lastAbsent = read
        }
    }

    /// A broadcast was acknowledged, perhaps that of the value.
    mutating func completeBroadcast(ofValue: Bool, _ instant: Instant) {
        let place = nextPlace()
        guard ofValue else { return }
        known = known ?? Knowledge(at: instant, reader: nil, completion: place)
    }

    /// The client of an operation stopped waiting: a place in the history, and no more.
    mutating func timeOut() { _ = nextPlace() }

    private mutating func nextPlace() -> Int {
        defer { historyCount += 1 }
        return historyCount
    }
}
