/// Where bytes stop being JSON.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    /// The offset of the first byte that does not fit, counted from 0.
    public let offset: Int
    /// What would have been right there.
    public let expected: String
    /// What is there instead.
    public let found: String
}

extension JSONSyntaxError: CustomStringConvertible {
    /// For instance `byte 17: expected ',' or ']', found the end`.
    public var description: String { "byte \(offset): expected \(expected), found \(found)" }
}
