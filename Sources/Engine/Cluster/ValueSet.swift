/// A set of values as one bit each, in ascending order; copies share storage until one changes.
///
/// The first 64 values need no storage besides the set itself, so that a million nodes with a value
/// each fit.
public struct ValueSet: Hashable, Sendable {
    /// Bit i is value i.
    private var low: UInt64 = 0
    /// Bit i of word w is value 64 * (w + 1) + i; the last word is not zero.
    private var high: [UInt64] = []

    /// The empty set.
    public init() {}

    /// The set of `values`.
    public init(_ values: some Sequence<ValueID>) {
        for value in values { _ = insert(value) }
    }

    /// How many values the set holds. O(highest value / 64).
    public var count: Int { high.reduce(low.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

    /// How many values below `limit` the set holds; `limit` is not negative. O(limit / 64).
    public func count(below limit: Int) -> Int {
        let word = limit >> 6
        guard word <= high.count else { return count }
        let part = (self[word: word] & (1 << UInt64(limit & 63) - 1)).nonzeroBitCount
        guard word > 0 else { return part }
        return high.prefix(word - 1).reduce(part + low.nonzeroBitCount) { $0 + $1.nonzeroBitCount }
    }

    /// Whether the set holds nothing.
    public var isEmpty: Bool { low == 0 && high.isEmpty }

    /// Whether the set holds `value`.
    public func contains(_ value: ValueID) -> Bool {
        let (word, bit) = Self.place(of: value)
        return self[word: word] & bit != 0
    }

    /// Adds `value`; true when it was new.
    @inline(__always)
    public mutating func insert(_ value: ValueID) -> Bool {
        let (word, bit) = Self.place(of: value)
        guard self[word: word] & bit == 0 else { return false }
        if word == 0 {
            low |= bit
        } else if word <= high.count {
            high[word - 1] |= bit
        } else {
            high += repeatElement(0, count: word - 1 - high.count)
            high.append(bit)
        }
        return true
    }

    /// The values held here and not in `other`. O(highest value / 64).
    public func subtracting(_ other: ValueSet) -> ValueSet {
        var difference = self
        difference.low &= ~other.low
        for index in 0..<Swift.min(high.count, other.high.count) {
            difference.high[index] &= ~other.high[index]
        }
        while difference.high.last == 0 { difference.high.removeLast() }
        return difference
    }

    /// The values' bits, 64 to a word from value 0 on; beyond the highest value there are none.
    private subscript(word word: Int) -> UInt64 {
        if word == 0 { return low }
        return word <= high.count ? high[word - 1] : 0
    }

    private static func place(of value: ValueID) -> (word: Int, bit: UInt64) {
        (value.index >> 6, 1 << UInt64(value.index & 63))
    }
}

extension ValueSet: Sequence {
    /// Walks over the values in ascending order.
    public struct Iterator: IteratorProtocol {
        fileprivate let set: ValueSet
        fileprivate var word = 0
        /// What is left of the word.
        fileprivate var bits: UInt64

        public mutating func next() -> ValueID? {
            while bits == 0 {
                guard word < set.high.count else { return nil }
                word += 1
                bits = set[word: word]
            }
            defer { bits &= bits - 1 }
            return ValueID(word << 6 + bits.trailingZeroBitCount)
        }
    }

    public func makeIterator() -> Iterator { Iterator(set: self, bits: low) }
}
