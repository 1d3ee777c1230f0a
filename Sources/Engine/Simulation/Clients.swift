/// The clients of a run, one per node: what they ask, where and when.
struct Clients: Sendable {
    private let workload: Workload
    private let nodeCount: Int
    private var random: RandomStream
    private var operationCount = 0
    private var valueCount = 0
    /// The time of the latest operation in nanoseconds: at high rates whole microseconds would
    /// shift the mean gap.
    private var clockNanoseconds: Int64 = 0

    init(workload: Workload, nodeCount: Int, random: RandomStream) {
        self.workload = workload
        self.nodeCount = nodeCount
        self.random = random
    }

    /// When the operation after the latest one takes place; nil when that would not be before
    /// `limit`, or when clients do nothing at all.
    mutating func nextOperation(before limit: TimeSpan?) -> Instant? {
        guard workload.rate > 0 else { return nil }
        let longestGap = max(1, Int(2e9 / workload.rate))
        clockNanoseconds += Int64(random.integer(below: longestGap))
        let instant = Instant(microseconds: clockNanoseconds / 1_000)
        if let limit, instant.sinceStart >= limit { return nil }
        return instant
    }

    /// A broadcast or a read, on an even coin, at a random node.
    mutating func drawOperation() -> ClientOperation {
        let node = NodeID(random.integer(below: nodeCount))
        return random.coin() ? broadcast(at: node) : operation(.read, at: node)
    }

    /// A broadcast of the next value at `node`.
    mutating func broadcast(at node: NodeID) -> ClientOperation {
        defer { valueCount += 1 }
        return operation(.broadcast(ValueID(valueCount)), at: node)
    }

    /// The next operation, doing `action` at `node`.
    mutating func operation(_ action: ClientOperation.Action, at node: NodeID) -> ClientOperation {
        defer { operationCount += 1 }
        return ClientOperation(number: operationCount, node: node, action: action)
    }
}
