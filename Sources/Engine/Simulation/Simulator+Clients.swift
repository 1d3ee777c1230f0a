/// What clients ask of nodes.
extension Simulator {
    /// A client begins an operation, if one is free.
    mutating func operate() {
        guard phase == .operating, host.isOperationDue, let operation = host.beginOperation() else {
            return
        }
        host.invoke(operation)
        submit(operation)
        host.scheduleOperation(before: scenario.workload.timeLimit)
    }

    /// A visitor broadcasts a value at `node`.
    mutating func visit(_ node: NodeID) {
        let operation = host.clients.beginVisit(at: node)
        host.record(.invoked(operation))
        submit(operation)
    }

    /// One last read per client; the run is over when all are answered or given up.
    mutating func readFinally() {
        host.isReadingFinally = true
        for read in host.clients.beginFinalReads() {
            host.invoke(read)
            submit(read)
        }
    }

    /// Takes a client's request to its node, for which the network needs no time of its own.
    private mutating func submit(_ operation: ClientOperation) {
        if host.isIdeal {
            serve(operation)
        } else {
            host.enqueue(.request(operation), for: operation.node, due: now)
        }
    }

    mutating func serve(_ operation: ClientOperation) {
        if host.outages.isStopped(operation.node) {
            return host.hold(.request(operation), for: operation.node)
        }
        let request = RequestID(operation.number)
        let input: NodeInput =
            switch operation.action {
            case .broadcast(let value): .broadcast(value, request)
            case .read: .read(request)
            }
        feed(input, to: operation.node, serving: operation)
    }
}
