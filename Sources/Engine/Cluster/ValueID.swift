/// The dense number of a broadcast value, counted from 0 in order of appearance.
///
/// Inside the engine a value is nothing but this number; whatever JSON it was outside is the host's
/// to remember.
public struct ValueID: Hashable, Comparable, Sendable {
    /// The number as stored.
    public let rawValue: Int32

    /// The value numbered `index`.
    public init(_ index: Int) {
        rawValue = Int32(index)
    }

    /// The number as an index into arrays with one entry per value.
    public var index: Int { Int(rawValue) }

    public static func < (left: ValueID, right: ValueID) -> Bool { left.rawValue < right.rawValue }
}

extension ValueID: CustomStringConvertible {
    public var description: String { "\(rawValue)" }
}
