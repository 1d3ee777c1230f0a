/// What travels between nodes, and from clients to them.
extension SimulatedHost {
    @inline(__always)
    mutating func send(
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
        if network.hasFaults { return dispatchDespiteFaults(envelope, due: due) }
        dispatch(envelope, due: due)
    }

    /// Puts a message under way.
    @inline(__always)
    mutating func dispatch(_ envelope: Envelope, due: Instant) {
        let letter = Letter(
            number: envelope.number, sentAt: now, source: envelope.source,
            destination: envelope.destination, content: messages.content(for: envelope.message))
        if isIdeal {
            queue.insert(.arrival(letter), at: due)
        } else {
            enqueue(.letter(letter), for: envelope.destination, due: due)
        }
    }

    /// Whether an ideal network's letter arrives: it vanishes if its link has been cut since it was
    /// sent.
    @inline(__always)
    mutating func admits(_ letter: Letter) -> Bool {
        guard network.isCut(from: letter.source, to: letter.destination) else { return true }
        drop(letter, .cut)
        return false
    }

    /// A letter with a single value reached its destination.
    mutating func recordDelivery(of value: ValueID, in letter: Letter) {
        record(.delivered(Envelope(letter, .disseminating(value))))
    }

    /// Any other letter reached its destination; returns what it carried.
    mutating func open(_ letter: Letter) -> GossipMessage {
        let message = messages.take(letter.content)
        record(.delivered(Envelope(letter, message)))
        return message
    }

    mutating func drop(_ letter: Letter, _ reason: DropReason) {
        record(.dropped(Envelope(letter, messages.take(letter.content)), reason))
    }

    /// The messages under way, or of more than `limit` about so many, at even distances as numbers
    /// go; when each is due, and whether a cut of its link would still stop it, in no particular
    /// order; for what waits for a paused node, when it came there. And how many are left out.
    func inFlight(
        atMost limit: Int
    ) -> (messages: [(envelope: Envelope, due: Instant, canBeCut: Bool)], omittedCount: Int) {
        let letters = lettersInFlight
        let stride = max(0, letters.count - 1) / limit + 1
        var shown: [(envelope: Envelope, due: Instant, canBeCut: Bool)] = []
        for (letter, due, canBeCut) in letters where letter.number % stride == 0 {
            shown.append((Envelope(letter, messages.message(letter.content)), due, canBeCut))
        }
        return (shown, letters.count - shown.count)
    }

    private var lettersInFlight: [(letter: Letter, due: Instant, canBeCut: Bool)] {
        var letters: [(letter: Letter, due: Instant, canBeCut: Bool)] = []
        func append(_ parcel: Parcel, _ due: Instant, _ canBeCut: Bool) {
            if case .letter(let letter) = parcel { letters.append((letter, due, canBeCut)) }
        }
        for (instant, event) in queue.events {
            if case .arrival(let letter) = event { letters.append((letter, instant, true)) }
        }
        for inbox in inboxes {
            for entry in inbox.queued { append(entry.parcel, entry.due, true) }
            if let taken = inbox.taken { append(taken.parcel, taken.due, false) }
        }
        for delivery in outages.waiting { append(delivery.parcel, delivery.arrivedAt, false) }
        return letters
    }

    // MARK: Maelstrom's delivering threads

    mutating func enqueue(_ parcel: Parcel, for node: NodeID, due: Instant) {
        inboxes[node.index].insert(parcel, due: due)
        guard inboxes[node.index].taken == nil, let entry = takeNext(for: node) else { return }
        queue.insert(.waking(node), at: max(now, entry.due))
    }

    /// The thread of `node` takes what is due first; a letter over a cut link vanishes as it is
    /// taken. Nil when nothing waits.
    mutating func takeNext(for node: NodeID) -> Inbox.Entry? {
        while let entry = inboxes[node.index].popFirst() {
            if case .letter(let letter) = entry.parcel,
                network.isCut(from: letter.source, to: letter.destination)
            {
                drop(letter, .cut)
                continue
            }
            inboxes[node.index].taken = entry
            return entry
        }
        inboxes[node.index].taken = nil
        return nil
    }
}

extension Envelope {
    @inline(__always)
    fileprivate init(_ letter: Letter, _ message: GossipMessage) {
        self.init(
            number: letter.number, source: letter.source, destination: letter.destination,
            message: message, sentAt: letter.sentAt)
    }
}
