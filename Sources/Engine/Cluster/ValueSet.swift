import BitCollections

/// A set of values as one bit each, in ascending order; copies share storage until one changes.
public struct ValueSet: Hashable, Sendable {
    private var bits = BitSet()

    /// The empty set.
    public init() {}

    /// The set of `values`.
    public init(_ values: some Sequence<ValueID>) {
        for value in values { bits.insert(value.index) }
    }

    /// How many values the set holds. O(highest value / 64).
    public var count: Int { bits.count }

    /// Whether the set holds nothing.
    public var isEmpty: Bool { bits.isEmpty }

    /// Whether the set holds `value`.
    public func contains(_ value: ValueID) -> Bool { bits.contains(value.index) }

    /// Adds `value`; true when it was new.
    public mutating func insert(_ value: ValueID) -> Bool { bits.insert(value.index).inserted }

    /// The values held here and not in `other`. O(highest value / 64).
    public func subtracting(_ other: ValueSet) -> ValueSet {
        var difference = self
        difference.bits.subtract(other.bits)
        return difference
    }
}

extension ValueSet: Sequence {
    /// Walks over the values in ascending order.
    public struct Iterator: IteratorProtocol {
        fileprivate var bits: BitSet.Iterator

        public mutating func next() -> ValueID? { bits.next().map(ValueID.init) }
    }

    public func makeIterator() -> Iterator { Iterator(bits: bits.makeIterator()) }
}
