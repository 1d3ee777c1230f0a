/// What clients do.
extension Simulator {
    /// How long a client waits for a reply.
    private static var patience: TimeSpan { .seconds(5) }

    mutating func scheduleOperation() {
        if let instant = clients.nextOperation(before: scenario.workload.timeLimit) {
            queue.insert(.operation, at: instant)
        }
    }

    /// A client begins an operation; if all wait for replies, the first to be free will.
    mutating func operate() {
        guard phase == .operating else { return }
        guard let operation = clients.beginOperation() else {
            isOperationOverdue = true
            return
        }
        if isOperationOverdue {
            isOperationOverdue = false
            clients.delay(until: now)
        }
        invoke(operation)
        scheduleOperation()
    }

    private mutating func invoke(_ operation: ClientOperation) {
        record(.invoked(operation))
        if !isIdeal {
            queue.insert(.timeout(operation), at: now + Self.patience)
        }
        submit(operation)
    }

    /// A visitor broadcasts a value at `node`.
    mutating func visit(_ node: NodeID) {
        let operation = clients.beginVisit(at: node)
        record(.invoked(operation))
        submit(operation)
    }

    /// The reply to `operation` reached its client; ignored if the client is gone.
    mutating func complete(_ operation: ClientOperation) {
        guard clients.end(operation) else { return }
        record(.completed(operation))
        goOn()
    }

    /// The client of `operation` gives up if it still waits; a fresh one takes its place.
    mutating func giveUp(_ operation: ClientOperation) {
        guard clients.end(operation) else { return }
        record(.timedOut(operation))
        goOn()
    }

    /// A client is free.
    private mutating func goOn() {
        if isOperationOverdue { queue.insert(.operation, at: now) }
        if isReadingFinally && clients.openCount == 0 { enter(.finished) }
    }

    /// One last read per client; the run is over when all are answered or given up.
    mutating func readFinally() {
        isReadingFinally = true
        for read in clients.beginFinalReads() { invoke(read) }
    }
}
