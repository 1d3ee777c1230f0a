/// What the host does about links that are blocked or impaired.
extension SimulatedHost {
    /// Puts a message under way that is due at `due`, as far as the faults of its link let it.
    mutating func dispatchDespiteFaults(_ envelope: Envelope, due: Instant) {
        let passage = network.passage(from: envelope.source, to: envelope.destination)
        if passage.isLost { return record(.dropped(envelope, .lost)) }
        dispatchUnlessCut(envelope, due: due + passage.delay)
        if let latency = passage.duplicateLatency {
            record(.duplicated(envelope))
            dispatchUnlessCut(envelope, due: now + latency + passage.delay)
        }
    }

    /// On an ideal network a blocked link stops a message as it is sent.
    private mutating func dispatchUnlessCut(_ envelope: Envelope, due: Instant) {
        if isIdeal && network.isCut(from: envelope.source, to: envelope.destination) {
            return record(.dropped(envelope, .cut))
        }
        dispatch(envelope, due: due)
    }
}
