/// Nodes, and what travels between them.
extension Simulator {
    /// Gives `node` an input and carries out what it asks for; `operation` is the request behind it.
    mutating func feed(_ input: NodeInput, to node: NodeID, for operation: ClientOperation? = nil) {
        outputs.removeAll(keepingCapacity: true)
        nodes[node.index].handle(input, at: now, into: &outputs)
        for output in outputs { carryOut(output, of: node, for: operation) }
    }

    private mutating func carryOut(
        _ output: NodeOutput, of node: NodeID, for operation: ClientOperation?
    ) {
        switch output {
        case .send(let message, let destination):
            send(message, from: node, to: destination)
        case .setTimer(let timer, let deadline):
            deadlines[slot(of: timer, at: node)] = deadline
            queue.insert(.timer(node, timer), at: deadline)
        case .cancelTimer(let timer):
            deadlines[slot(of: timer, at: node)] = nil
        case .acknowledgeBroadcast, .answerRead:
            if let operation { complete(operation) }
        case .learned(let value, let source):
            record(.learned(node, value, from: source))
        }
    }

    // MARK: Timers

    mutating func fire(_ timer: NodeTimer, of node: NodeID) {
        let slot = slot(of: timer, at: node)
        guard deadlines[slot] == now else { return }
        deadlines[slot] = nil
        feed(.timerFired(timer), to: node)
    }

    private func slot(of timer: NodeTimer, at node: NodeID) -> Int {
        node.index * NodeTimer.allCases.count + timer.rawValue
    }

    // MARK: Messages

    private mutating func send(
        _ message: GossipMessage, from source: NodeID, to destination: NodeID
    ) {
        let envelope = Envelope(
            number: messageCount, source: source, destination: destination, message: message,
            sentAt: now)
        messageCount += 1
        record(.sent(envelope))
        guard let due = network.dueTime(ofMessageSentAt: now, from: source, to: destination) else {
            return record(.dropped(envelope, .lost))
        }
        switch scenario.network.delivery {
        case .maelstrom:
            enqueue(.message(envelope), for: destination, due: due)
        case .ideal:
            guard !isCut(envelope) else { return record(.dropped(envelope, .cut)) }
            let slot = mailRoom.insert(.message(envelope), due: due)
            queue.insert(.arrival(slot: slot), at: due)
        }
    }

    /// Takes a client's request to its node, for which the network needs no time of its own.
    mutating func submit(_ operation: ClientOperation) {
        switch scenario.network.delivery {
        case .maelstrom: enqueue(.request(operation), for: operation.node, due: now)
        case .ideal: deliver(.request(operation))
        }
    }

    /// An ideal network's message arrives, unless its link has been cut since it was sent.
    mutating func arrive(slot: Int) {
        let parcel = mailRoom.remove(slot: slot)
        if case .message(let envelope) = parcel, isCut(envelope) {
            return record(.dropped(envelope, .cut))
        }
        deliver(parcel)
    }

    private func isCut(_ envelope: Envelope) -> Bool {
        network.isCut(from: envelope.source, to: envelope.destination)
    }

    private mutating func deliver(_ parcel: Parcel) {
        switch parcel {
        case .message(let envelope):
            record(.delivered(envelope))
            feed(.received(envelope.message, from: envelope.source), to: envelope.destination)
        case .request(let operation):
            let request = RequestID(operation.number)
            let input: NodeInput =
                switch operation.action {
                case .broadcast(let value): .broadcast(value, request)
                case .read: .read(request)
                }
            feed(input, to: operation.node, for: operation)
        }
    }

    // MARK: Maelstrom's delivering threads

    private mutating func enqueue(_ parcel: Parcel, for node: NodeID, due: Instant) {
        let slot = mailRoom.insert(parcel, due: due)
        inboxes[node.index].insert(slot: slot, due: due)
        takeNext(for: node)
    }

    /// The thread of `node`, if idle, takes the parcel that is due first and sleeps until it is due; one
    /// over a cut link vanishes as it is taken.
    private mutating func takeNext(for node: NodeID) {
        guard inboxes[node.index].taken == nil else { return }
        while let slot = inboxes[node.index].popFirst() {
            if case .message(let envelope) = mailRoom[slot].parcel, isCut(envelope) {
                _ = mailRoom.remove(slot: slot)
                record(.dropped(envelope, .cut))
                continue
            }
            inboxes[node.index].taken = slot
            return queue.insert(.waking(node), at: max(now, mailRoom[slot].due))
        }
    }

    /// The thread of `node` delivers what it slept on and takes the next parcel.
    mutating func wake(_ node: NodeID) {
        guard let slot = inboxes[node.index].taken else { return }
        inboxes[node.index].taken = nil
        deliver(mailRoom.remove(slot: slot))
        takeNext(for: node)
    }
}
