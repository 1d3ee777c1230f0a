import BitCollections

/// A set of values as one bit each, in ascending order; copies share storage until one changes.
///
/// The first 64 values need no storage besides the set itself, so that a million nodes with a value
/// each fit.
public struct ValueSet: Hashable, Sendable {
    /// Bit i is value i.
    private var low: UInt64 = 0
    /// Member i is value i + 64.
    private var high = BitSet()

    /// The empty set.
    public init() {}

    /// The set of `values`.
    public init(_ values: some Sequence<ValueID>) {
        for value in values { _ = insert(value) }
    }

    /// How many values the set holds. O(highest value / 64).
    public var count: Int { low.nonzeroBitCount + high.count }

    /// Whether the set holds nothing.
    public var isEmpty: Bool { low == 0 && high.isEmpty }

    /// Whether the set holds `value`.
    public func contains(_ value: ValueID) -> Bool {
        value.index < 64 ? low & 1 << UInt64(value.index) != 0 : high.contains(value.index - 64)
    }

    /// Adds `value`; true when it was new.
    public mutating func insert(_ value: ValueID) -> Bool {
        guard value.index < 64 else { return high.insert(value.index - 64).inserted }
        let bit: UInt64 = 1 << UInt64(value.index)
        defer { low |= bit }
        return low & bit == 0
    }

    /// The values held here and not in `other`. O(highest value / 64).
    public func subtracting(_ other: ValueSet) -> ValueSet {
        var difference = self
        difference.low &= ~other.low
        difference.high.subtract(other.high)
        return difference
    }
}

extension ValueSet: Sequence {
    /// Walks over the values in ascending order.
    public struct Iterator: IteratorProtocol {
        fileprivate var low: UInt64
        fileprivate var high: BitSet.Iterator

        public mutating func next() -> ValueID? {
            guard low != 0 else { return high.next().map { ValueID($0 + 64) } }
            defer { low &= low - 1 }
            return ValueID(low.trailingZeroBitCount)
        }
    }

    public func makeIterator() -> Iterator { Iterator(low: low, high: high.makeIterator()) }
}
