/// Why a line is no packet, so that there is nobody to answer.
public enum PacketError: Error, Hashable, Sendable {
    /// The line is no JSON.
    case notJSON(JSONSyntaxError)
    /// The line is JSON, but no object.
    case notAnObject(found: String)
    /// A key that every packet has is not there.
    case missing(key: String)
    /// A key's value is not what every packet has there.
    case wrong(key: String, expected: String, found: String)
}

extension PacketError: CustomStringConvertible {
    /// What is wrong and what would be right.
    public var description: String {
        switch self {
        case .notJSON(let error):
            "no JSON: \(error)"
        case .notAnObject(let found):
            "no packet: expected an object with src, dest and body, found \(found)"
        case .missing(let key):
            "no packet: \(key) is missing; src, dest, body and body.type are needed"
        case .wrong(let key, let expected, let found):
            "no packet: \(key) must be \(expected), not \(found)"
        }
    }
}
