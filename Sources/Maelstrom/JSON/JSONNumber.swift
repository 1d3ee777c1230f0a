/// A JSON number as its text, so that it is passed on exactly as it came.
///
/// Equality is that of the text: 1, 1.0 and 1e0 are three numbers.
public struct JSONNumber: Hashable, Sendable {
    /// The number as JSON spells it.
    public let text: String

    /// The number spelled `text`, which is known to be one.
    init(validated text: String) {
        self.text = text
    }

    /// A whole number.
    public init(_ integer: some BinaryInteger) {
        text = String(integer)
    }

    /// The shortest text that reads back as `double`; nil when it is not finite.
    public init?(_ double: Double) {
        guard double.isFinite else { return nil }
        text = double.description
    }

    /// The number when it is spelled without fraction and exponent and fits; nil otherwise.
    public var integer: Int? { Int(text) }
}
