/// The clients of a run, one per node: what they ask, where and when. Each has one request open.
struct Clients: Sendable {
    private var workload: Workload
    private var random: RandomStream
    private var operationCount = 0
    private var valueCount = 0
    /// The time of the latest operation in nanoseconds: at high rates whole microseconds would
    /// shift the mean gap.
    private var clockNanoseconds: Int64 = 0
    /// The operation that the client of each node has open; nil for one that is idle.
    private var open: [ClientOperation?]
    /// How many clients wait for a reply.
    private(set) var openCount = 0
    /// The numbers of open operations whose clients are none of these.
    private var visits: [Int] = []

    init(workload: Workload, nodeCount: Int, random: RandomStream) {
        self.workload = workload
        self.random = random
        open = Array(repeating: nil, count: nodeCount)
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

    /// The gap to the next operation begins at `now`, and is as `rate` has it from now on.
    mutating func setRate(_ rate: Double, at now: Instant) {
        workload.rate = rate
        clockNanoseconds = now.microseconds * 1_000
    }

    /// Begins a broadcast or a read, on an even coin, at a random idle client; nil when all clients
    /// wait for a reply.
    mutating func beginOperation() -> ClientOperation? {
        guard openCount < open.count else { return nil }
        let isBroadcast = random.coin()
        let node = drawIdleNode()
        let operation = isBroadcast ? broadcast(at: node) : self.operation(.read, at: node)
        open[node.index] = operation
        openCount += 1
        return operation
    }

    /// A node whose client is idle, each with the same chance.
    ///
    /// Any node is drawn until one's client is idle, by a stream of this operation's own. So under
    /// one seed every run asks the same nodes, whatever protocol they follow and however long
    /// others wait for their replies, but for those that would have to wait themselves.
    private mutating func drawIdleNode() -> NodeID {
        var luck = RandomStream(seed: random.next(), purpose: .workload)
        for _ in 0..<64 {
            let node = luck.integer(below: open.count)
            if open[node] == nil { return NodeID(node) }
        }
        let idle = open.indices.filter { open[$0] == nil }
        return NodeID(idle[luck.integer(below: idle.count)])
    }

    /// Begins the final read of every client, in random order; what any may have had open is given
    /// up.
    mutating func beginFinalReads() -> [ClientOperation] {
        openCount = open.count
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
        openCount -= 1
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
