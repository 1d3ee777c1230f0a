/// A running fingerprint of a trace: equal traces have equal digests, on every platform.
///
/// Each word is mixed in with a multiplication and a shift; a guard against accidents, not
/// adversaries.
struct Digest: Hashable, Sendable {
    private(set) var value: UInt64 = 0x6A09_E667_F3BC_C908

    mutating func fold(_ word: UInt64) {
        value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 29
    }

    mutating func fold(_ number: Int) { fold(UInt64(truncatingIfNeeded: number)) }

    /// Folds one fact in, with its time.
    mutating func fold(_ event: TraceEvent, at instant: Instant) {
        fold(UInt64(truncatingIfNeeded: instant.microseconds))
        switch event {
        case .sent(let envelope):
            fold(1, envelope)
            fold(envelope.message)
        case .delivered(let envelope):
            fold(2, envelope)
        case .dropped(let envelope, let reason):
            fold(3, envelope)
            fold(Int(reason.rawValue))
        case .learned(let node, let value, let source):
            fold(4 | node.index << 8)
            fold(value.index << 32 | (source?.index ?? -1) & 0xFFFF_FFFF)
        case .invoked(let operation):
            fold(5, operation)
        case .completed(let operation):
            fold(6, operation)
        case .timedOut(let operation):
            fold(12, operation)
        case .topologyChanged(let topology):
            fold(7, topology.rawValue)
        case .protocolChanged(let newProtocol):
            fold(8)
            fold(newProtocol)
        case .partitioned(let links):
            fold(9)
            links.fold(into: &self)
        case .healed:
            fold(10)
        case .entered(let phase):
            fold(11, phase.rawValue)
        }
    }

    private mutating func fold(_ tag: Int, _ envelope: Envelope) {
        fold(tag | envelope.number << 8)
        fold(envelope.source.index << 32 | envelope.destination.index)
    }

    private mutating func fold(_ tag: Int, _ operation: ClientOperation) {
        fold(tag | operation.number << 8)
        switch operation.action {
        case .broadcast(let value): fold(operation.node.index << 32 | value.index)
        case .read: fold(operation.node.index << 32 | 0xFFFF_FFFF)
        }
    }

    private mutating func fold(_ message: GossipMessage) {
        fold(Int(message.kind.rawValue))
        switch message.payload {
        case .one(let value): fold(value.index)
        case .batch(let values): for value in values { fold(value.index) }
        case .all(let values), .digest(let values): fold(values.count)
        case .difference(let values, let wanted):
            for value in values { fold(value.index) }
            fold(wanted.count)
        }
    }

    private mutating func fold(_ newProtocol: BroadcastProtocol) {
        fold(0, newProtocol.dissemination.name)
        if case .infectAndDie(let fanout) = newProtocol.dissemination { fold(fanout) }
        if case .every(let interval, let sendsEmpty) = newProtocol.batching {
            fold(UInt64(truncatingIfNeeded: interval.microseconds))
            fold(sendsEmpty ? 1 : 0)
        }
        if let antiEntropy = newProtocol.antiEntropy {
            fold(1, antiEntropy.mode.rawValue)
            fold(2, antiEntropy.clock.rawValue)
            fold(UInt64(truncatingIfNeeded: antiEntropy.interval.microseconds))
            fold(antiEntropy.fanout)
            fold(antiEntropy.relays ? 1 : 0)
        }
    }

    private mutating func fold(_ tag: Int, _ name: String) {
        fold(tag)
        for byte in name.utf8 { fold(UInt64(byte)) }
    }
}

extension BlockedLinks {
    fileprivate func fold(into digest: inout Digest) {
        forEachGroup { sources, destination in
            digest.fold(destination.index)
            for source in sources { digest.fold(source.index) }
        }
    }
}
