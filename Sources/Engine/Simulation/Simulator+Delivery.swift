/// Nodes, and what travels between them.
extension Simulator {
    /// Gives `node` an input and carries out what it asks for; `operation` is the request behind
    /// it.
    mutating func feed(_ input: NodeInput, to node: NodeID, for operation: ClientOperation? = nil) {
        nodes[node.index].handle(input, at: now, into: &outputs)
        // Most messages bring nothing new, and no output.
        if outputs.isEmpty { return }
        for index in outputs.indices { carryOut(outputs[index], of: node, for: operation) }
        outputs.removeAll(keepingCapacity: true)
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
        if isIdeal && network.isCut(from: source, to: destination) {
            return record(.dropped(envelope, .cut))
        }
        let letter = Letter(
            number: envelope.number, sentAt: now, source: source, destination: destination,
            content: messages.content(for: message))
        if isIdeal {
            queue.insert(.arrival(letter), at: due)
        } else {
            enqueue(.letter(letter), for: destination, due: due)
        }
    }

    /// Takes a client's request to its node, for which the network needs no time of its own.
    mutating func submit(_ operation: ClientOperation) {
        if isIdeal {
            serve(operation)
        } else {
            enqueue(.request(operation), for: operation.node, due: now)
        }
    }

    /// An ideal network's message arrives, unless its link has been cut since it was sent.
    mutating func arrive(_ letter: Letter) {
        if network.isCut(from: letter.source, to: letter.destination) {
            drop(letter)
        } else {
            deliver(letter)
        }
    }

    func envelope(_ letter: Letter, _ message: GossipMessage) -> Envelope {
        Envelope(
            number: letter.number, source: letter.source, destination: letter.destination,
            message: message, sentAt: letter.sentAt)
    }

    private mutating func drop(_ letter: Letter) {
        record(.dropped(envelope(letter, messages.take(letter.content)), .cut))
    }

    private mutating func deliver(_ letter: Letter) {
        let message = messages.take(letter.content)
        record(.delivered(envelope(letter, message)))
        feed(.received(message, from: letter.source), to: letter.destination)
    }

    private mutating func serve(_ operation: ClientOperation) {
        let request = RequestID(operation.number)
        let input: NodeInput =
            switch operation.action {
            case .broadcast(let value): .broadcast(value, request)
            case .read: .read(request)
            }
        feed(input, to: operation.node, for: operation)
    }

    // MARK: Maelstrom's delivering threads

    private mutating func enqueue(_ parcel: Parcel, for node: NodeID, due: Instant) {
        inboxes[node.index].insert(parcel, due: due)
        guard inboxes[node.index].taken == nil, let entry = takeNext(for: node) else { return }
        queue.insert(.waking(node), at: max(now, entry.due))
    }

    /// The thread of `node` takes what is due first; a letter over a cut link vanishes as it is
    /// taken. Nil when nothing waits.
    private mutating func takeNext(for node: NodeID) -> Inbox.Entry? {
        while let entry = inboxes[node.index].popFirst() {
            if case .letter(let letter) = entry.parcel,
                network.isCut(from: letter.source, to: letter.destination)
            {
                drop(letter)
                continue
            }
            inboxes[node.index].taken = entry
            return entry
        }
        inboxes[node.index].taken = nil
        return nil
    }

    /// The thread of `node` delivers what it slept on, and all that has become due behind it.
    mutating func wake(_ node: NodeID) {
        var next = inboxes[node.index].taken
        while let entry = next {
            guard entry.due <= now else { return queue.insert(.waking(node), at: entry.due) }
            // Taken until it is delivered: what the node sends to itself meanwhile waits in line.
            switch entry.parcel {
            case .letter(let letter): deliver(letter)
            case .request(let operation): serve(operation)
            }
            next = takeNext(for: node)
        }
    }
}
