/// How long a message is on Maelstrom's wire: one line of JSON.
extension GossipMessage {
    /// The bytes of the line that `source` writes to send the message to `destination`, its end
    /// included, where nodes are called n0, n1 … and value i is the number i.
    ///
    /// What would be too long for one line, and go in several, counts as one. O(1) for a single
    /// value, O(values) for a batch, O(highest value / 64) for a set.
    @inline(__always)
    public func wireSize(from source: NodeID, to destination: NodeID) -> Int {
        let frame =
            WireText.gossip + source.rawValue.decimalDigitCount
            + destination.rawValue.decimalDigitCount
        // Most messages, by far, are a single new value.
        if case .one(let value) = payload, case .dissemination = kind {
            return frame + value.rawValue.decimalDigitCount
        }
        return frame + payloadSize
    }

    /// The bytes of the values between their brackets, and of the keys that follow them.
    private var payloadSize: Int {
        switch payload {
        case .one, .batch: Self.listSize(values) + kind.keySize
        case .all(let values): values.listSize + kind.keySize
        case .digest(let held): WireText.repair + WireText.digest + held.listSize
        case .difference(let values, let wanted):
            Self.listSize(values) + WireText.repair + WireText.wanted + wanted.listSize
        }
    }

    private static func listSize(_ values: [ValueID]) -> Int {
        values.reduce(max(0, values.count - 1)) { $0 + $1.rawValue.decimalDigitCount }
    }
}

/// The bytes of what is the same in many lines.
private enum WireText {
    static var gossip: Int {
        size(#"{"src":"n","dest":"n","body":{"type":"gossip","messages":[]}}"#) + lineEnd
    }
    static var repair: Int { size(#","repair":true"#) }
    static var pull: Int { size(#","pull":true"#) }
    static var digest: Int { size(#","digest":[]"#) }
    static var wanted: Int { size(#","wanted":[]"#) }

    private static let lineEnd = 1

    /// Known when the program is compiled.
    private static func size(_ text: StaticString) -> Int { text.utf8CodeUnitCount }
}

extension GossipMessage.Kind {
    /// The bytes of the keys that say why the values were sent.
    fileprivate var keySize: Int {
        switch self {
        case .dissemination: 0
        case .repair: WireText.repair
        case .request: WireText.repair + WireText.pull
        }
    }
}

extension ValueSet {
    /// The bytes of the values as a list, without its brackets. O(highest value / 64).
    fileprivate var listSize: Int {
        let count = count
        // A digit for each value, the commas, and one more digit for each power of ten reached.
        var size = count == 0 ? 0 : 2 * count - 1
        var power = 10
        while case let longerCount = count - self.count(below: power), longerCount > 0 {
            size += longerCount
            power *= 10
        }
        return size
    }
}

extension Int32 {
    /// Entry b, added to a number whose highest bit is bit b, makes the upper half of the sum its
    /// count of digits: where the next power of ten is among such numbers it carries over.
    private static let digitCountTable: [UInt64] = [
        1 << 32, 1 << 32, 1 << 32, 2 << 32 - 10,
        2 << 32, 2 << 32, 3 << 32 - 100,
        3 << 32, 3 << 32, 4 << 32 - 1_000,
        4 << 32, 4 << 32, 4 << 32, 5 << 32 - 10_000,
        5 << 32, 5 << 32, 6 << 32 - 100_000,
        6 << 32, 6 << 32, 7 << 32 - 1_000_000,
        7 << 32, 7 << 32, 7 << 32, 8 << 32 - 10_000_000,
        8 << 32, 8 << 32, 9 << 32 - 100_000_000,
        9 << 32, 9 << 32, 10 << 32 - 1_000_000_000,
        10 << 32,
    ]

    /// The digits of the number, which is not negative.
    ///
    /// Without a branch, since numbers come in no order that a processor could foresee (Lemire,
    /// "Computing the number of digits of an integer even faster", 2021).
    @inline(__always)
    fileprivate var decimalDigitCount: Int {
        let highestBit = Self.bitWidth - 1 - (self | 1).leadingZeroBitCount
        return Int((Self.digitCountTable[highestBit] &+ UInt64(UInt32(bitPattern: self))) >> 32)
    }
}
