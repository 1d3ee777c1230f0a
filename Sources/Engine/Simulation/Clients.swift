/// The clients of a run, one per node: what they ask, where and when. Each has one request open.
struct Clients: Sendable {
    private let workload: Workload
    private var random: RandomStream
    private var operationCount = 0
    private var valueCount = 0
    /// The time of the latest operation in nanoseconds: at high rates whole microseconds would
    /// shift the mean gap.
    private var clockNanoseconds: Int64 = 0
    /// The nodes whose clients have nothing open, in an order of no meaning.
    private var idle: [NodeID]
    /// The operation that the client of each node has open.
    private var open: [ClientOperation?]
    /// The numbers of open operations whose clients are none of these.
    private var visits: [Int] = []

    init(workload: Workload, nodeCount: Int, random: RandomStream) {
        self.workload = workload
        self.random = random
        idle = (0..<nodeCount).map(NodeID.init)
        open = Array(repeating: nil, count: nodeCount)
    }

    /// How many clients wait for a reply.
    var openCount: Int { open.count - idle.count }

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

    /// Begins a broadcast or a read, on an even coin, at the client of a random node; nil when all
    /// clients wait for a reply.
    mutating func beginOperation() -> ClientOperation? {
        guard !idle.isEmpty else { return nil }
        let place = random.integer(below: idle.count)
        idle.swapAt(place, idle.count - 1)
        let node = idle.removeLast()
        let operation = random.coin() ? broadcast(at: node) : self.operation(.read, at: node)
        open[node.index] = operation
        return operation
    }

    /// Begins the final read of every client, in random order; what any may have had open is given
    /// up.
    mutating func beginFinalReads() -> [ClientOperation] {
        idle = []
        var nodes = open.indices.map(NodeID.init)
        random.shuffle(&nodes)
        return nodes.map { node in
            let read = operation(.read, at: node)
            open[node.index] = read
            return read
        }
    }

    /// Begins a broadcast of the next value at `node`, by a client that comes for it; it waits for
    /// as long as the node runs.
    mutating func beginVisit(at node: NodeID) -> ClientOperation {
        let operation = broadcast(at: node)
        visits.append(operation.number)
        return operation
    }

    /// Ends `operation`, replied to or given up, so that its client is free again; false when it
    /// was given up before.
    mutating func end(_ operation: ClientOperation) -> Bool {
        if let visit = visits.firstIndex(of: operation.number) {
            visits.remove(at: visit)
            return true
        }
        guard open[operation.node.index]?.number == operation.number else { return false }
        open[operation.node.index] = nil
        idle.append(operation.node)
        return true
    }

    /// The operation was delayed until `now`, for lack of an idle client: the next gap starts here.
    mutating func delay(until now: Instant) {
        clockNanoseconds = max(clockNanoseconds, now.microseconds * 1_000)
    }

    private mutating func broadcast(at node: NodeID) -> ClientOperation {
        defer { valueCount += 1 }
        return operation(.broadcast(ValueID(valueCount)), at: node)
    }

    private mutating func operation(
        _ action: ClientOperation.Action, at node: NodeID
    ) -> ClientOperation {
        defer { operationCount += 1 }
        return ClientOperation(number: operationCount, node: node, action: action)
    }
}
