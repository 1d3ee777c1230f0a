/// A seeded stream of random numbers, the same on every platform.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014):
/// eight bytes of state, so that every node of a large cluster can own one. Streams of one seed
/// that differ in purpose or index start at unrelated places of the sequence.
public struct RandomStream: RandomNumberGenerator, Hashable, Sendable {
    /// What a stream decides; each purpose draws from a stream of its own, so that a change in one
    /// part of a run leaves the luck of the others as it was.
    public enum Purpose: UInt64, Sendable {
        case network = 1
        case workload
        case faults
        case node
        case impairment
    }

    private var state: UInt64

    /// The stream of `seed` for one `purpose`; `index` tells apart streams of the same purpose (a
    /// node's number).
    public init(seed: UInt64, purpose: Purpose, index: Int = 0) {
        var mixed = Self.mix(seed &+ Self.increment)
        mixed = Self.mix(mixed ^ (purpose.rawValue &* Self.increment))
        state = Self.mix(mixed &+ UInt64(truncatingIfNeeded: index) &* 0xD134_2543_DE82_EF95)
    }

    /// The stream that goes on from `state`.
    init(state: UInt64) {
        self.state = state
    }

    public mutating func next() -> UInt64 {
        state &+= Self.increment
        return Self.mix(state)
    }

    /// A uniform integer in `0..<bound`, without bias (Lemire, "Fast random integer generation in
    /// an interval", 2019).
    public mutating func integer(below bound: Int) -> Int {
        precondition(bound > 0, "a random integer needs a positive bound, not \(bound)")
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let threshold = (0 &- range) % range
            while product.low < threshold { product = next().multipliedFullWidth(by: range) }
        }
        return Int(product.high)
    }

    /// A fair coin.
    public mutating func coin() -> Bool { next() >> 63 == 1 }

    /// A uniform span in `0..<bound`; zero when `bound` is zero.
    public mutating func span(below bound: TimeSpan) -> TimeSpan {
        bound == .zero
            ? .zero : TimeSpan(microseconds: Int64(integer(below: Int(bound.microseconds))))
    }

    /// Puts `elements` in an order drawn uniformly (Fisher and Yates).
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, integer(below: last + 1))
        }
    }

    private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mix(_ input: UInt64) -> UInt64 {
        var word = input
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
