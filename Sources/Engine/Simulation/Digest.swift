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
    @inline(__always)
    mutating func fold(_ event: TraceEvent, at instant: Instant) {
        switch event {
        case .sent(let envelope):
            fold(1, envelope, instant, content: Self.content(of: envelope.message))
        case .delivered(let envelope):
            fold(2, envelope, instant)
        case .learned(let node, let value, let source):
            fold(4, instant, Self.pair(node.rawValue, source?.rawValue ?? -1), value.index)
        default:
            foldRare(event, at: instant)
        }
    }

    private mutating func foldRare(_ event: TraceEvent, at instant: Instant) {
        switch event {
        case .sent, .delivered, .learned: preconditionFailure("\(event) is not rare")
        case .dropped(let envelope, let reason):
            fold(3, envelope, instant, content: UInt64(reason.rawValue))
        case .invoked(let operation): fold(5, operation, instant)
        case .completed(let operation): fold(6, operation, instant)
        case .timedOut(let operation): fold(7, operation, instant)
        case .topologyChanged(let topology): fold(8, topology.rawValue, instant)
        case .protocolChanged(let newProtocol):
            fold(9, instant, 0, 0)
            fold(newProtocol)
        case .partitioned(let links):
            fold(10, instant, 0, 0)
            links.fold(into: &self)
        case .healed: fold(11, instant, 0, 0)
        case .entered(let phase): fold(12, phase.rawValue, instant)
        case .impaired(let faults):
            fold(13, faults.map(\.description).joined(separator: ", "), instant)
        case .duplicated(let envelope): fold(14, envelope, instant)
        case .killed(let nodes): fold(15, nodes, instant)
        case .restarted(let nodes): fold(16, nodes, instant)
        case .paused(let nodes): fold(17, nodes, instant)
        case .resumed(let nodes): fold(18, nodes, instant)
        case .networkChanged(let network): fold(19, network, instant)
        case .rateChanged(let rate): fold(20, instant, 0, 0, content: rate.bitPattern)
        case .nemesisChanged(let nemesis):
            fold(21, nemesis.families.map(\.rawValue).joined(separator: ","), instant)
            fold(UInt64(truncatingIfNeeded: nemesis.interval.microseconds))
        }
    }

    /// One step for a whole fact: its words are multiplied side by side, only their sum is chained.
    @inline(__always)
    private mutating func fold(
        _ tag: UInt64, _ instant: Instant, _ pair: UInt64, _ number: Int, content: UInt64 = 0
    ) {
        let time = UInt64(truncatingIfNeeded: instant.microseconds) &* 0xD134_2543_DE82_EF95
        let ends = pair &* 0xBF58_476D_1CE4_E5B9
        let name = (UInt64(truncatingIfNeeded: number) << 8 | tag) &* 0x94D0_49BB_1331_11EB
        fold(time &+ ends.byteSwapped &+ name ^ content &* 0xFF51_AFD7_ED55_8CCD)
    }

    @inline(__always)
    private mutating func fold(
        _ tag: UInt64, _ envelope: Envelope, _ instant: Instant, content: UInt64 = 0
    ) {
        let pair = Self.pair(envelope.source.rawValue, envelope.destination.rawValue)
        fold(tag, instant, pair, envelope.number, content: content)
    }

    private mutating func fold(_ tag: UInt64, _ operation: ClientOperation, _ instant: Instant) {
        let value: Int32 =
            switch operation.action {
            case .broadcast(let value): value.rawValue
            case .read: -1
            }
        fold(tag, instant, Self.pair(operation.node.rawValue, value), operation.number)
    }

    private mutating func fold(_ tag: UInt64, _ name: String, _ instant: Instant) {
        fold(tag, instant, 0, 0)
        fold(name)
    }

    private mutating func fold(_ tag: UInt64, _ nodes: NodeSet, _ instant: Instant) {
        fold(tag, instant, 0, nodes.count)
        for node in nodes { fold(node.index) }
    }

    private mutating func fold(_ tag: UInt64, _ network: NetworkModel, _ instant: Instant) {
        fold(tag, network.delivery.rawValue, instant)
        fold(network.latency.distribution.rawValue)
        fold(network.latency.meanMilliseconds)
        fold(network.loss.bitPattern)
        if let map = network.latencyMap { fold(map.description) }
    }

    private mutating func fold(_ name: String) {
        for byte in name.utf8 { fold(UInt64(byte)) }
    }

    private static func pair(_ left: Int32, _ right: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    }

    @inline(__always)
    private static func content(of message: GossipMessage) -> UInt64 {
        if case .one(let value) = message.payload { return UInt64(value.index) << 1 }
        return content(of: message.payload)
    }

    private static func content(of payload: GossipMessage.Payload) -> UInt64 {
        var digest = Digest()
        switch payload {
        case .one(let value):
            return UInt64(value.index) << 1
        case .all(let values):
            return UInt64(values.count) << 1 | 1
        case .batch(let values):
            for value in values { digest.fold(value.index) }
        case .digest(let held):
            digest.fold(-1)
            digest.fold(held.count)
        case .difference(let values, let wanted):
            for value in values { digest.fold(value.index) }
            digest.fold(-1)
            digest.fold(wanted.count)
        }
        return digest.value
    }

    private mutating func fold(_ newProtocol: BroadcastProtocol) {
        fold(newProtocol.dissemination.name)
        if case .infectAndDie(let fanout) = newProtocol.dissemination { fold(fanout) }
        if case .every(let interval, let sendsEmpty) = newProtocol.batching {
            fold(UInt64(truncatingIfNeeded: interval.microseconds))
            fold(sendsEmpty ? 1 : 0)
        }
        if let antiEntropy = newProtocol.antiEntropy {
            fold(antiEntropy.mode.rawValue)
            fold(antiEntropy.clock.rawValue)
            fold(UInt64(truncatingIfNeeded: antiEntropy.interval.microseconds))
            fold(antiEntropy.fanout)
            fold(antiEntropy.relays ? 1 : 0)
        }
    }
}

extension BlockedLinks {
    fileprivate func fold(into digest: inout Digest) {
        for set in sourceSets {
            for source in set { digest.fold(source.index) }
            digest.fold(-1)
        }
        for index in sourceSetIndex { digest.fold(Int(index)) }
    }
}
