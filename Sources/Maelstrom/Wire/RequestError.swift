/// Why a request is not served, as Maelstrom numbers it.
public struct RequestError: Error, Hashable, Sendable {
    /// Maelstrom's number of the error.
    public enum Code: Int, Hashable, Sendable {
        /// The node does not know the type of request.
        case notSupported = 10
        /// The node cannot serve the request yet.
        case temporarilyUnavailable = 11
        /// The request lacks something, or has something of the wrong type.
        case malformedRequest = 12
        /// The node failed half-way; whether the request was carried out is unknown.
        case crash = 13
    }

    /// Which error it is.
    public let code: Code
    /// What was wrong and what would be right.
    public let text: String

    /// A request that lacks something, or has something of the wrong type.
    static func malformed(_ text: String) -> RequestError {
        RequestError(code: .malformedRequest, text: text)
    }
}

extension RequestError: CustomStringConvertible {
    /// The text with its number.
    public var description: String { "\(text) (error \(code.rawValue))" }
}
