/// What clients do, but for what nodes make of it.
extension SimulatedHost {
    /// How long a client waits for a reply.
    static var patience: TimeSpan { .seconds(5) }

    mutating func scheduleOperation(before limit: TimeSpan?) {
        nextOperation = clients.nextOperation(before: limit)
        if let nextOperation { queue.insert(.operation, at: nextOperation) }
    }

    /// Whether the operation of which the present event tells is still to take place now.
    var isOperationDue: Bool { nextOperation == now }

    /// Clients work at `rate` from now on; what is overdue takes place as soon as a client is free.
    mutating func setRate(_ rate: Double, before limit: TimeSpan?) {
        clients.setRate(rate, at: now)
        if phase == .operating && !isOperationOverdue { scheduleOperation(before: limit) }
    }

    /// A client begins an operation; if all wait for replies (nil), the first to be free will.
    mutating func beginOperation() -> ClientOperation? {
        let operation = clients.beginOperation()
        if operation == nil { isOperationOverdue = true }
        return operation
    }

    /// A client sends its request off, and waits no longer than its patience lasts; on an ideal
    /// network a node that runs answers at once.
    mutating func invoke(_ operation: ClientOperation) {
        record(.invoked(operation))
        if !isIdeal {
            queue.insert(.timeout(operation), at: now + Self.patience)
        }
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

    /// A client is free: what was overdue takes place now, however many become free, and gaps are
    /// as always from here on.
    private mutating func goOn() {
        if isOperationOverdue {
            isOperationOverdue = false
            clients.delay(until: now)
            nextOperation = now
            queue.insert(.operation, at: now)
        }
        if isReadingFinally && clients.openCount == 0 { enter(.finished) }
    }
}
