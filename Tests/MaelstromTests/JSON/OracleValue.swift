import Maelstrom

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// JSON as Foundation's decoder sees it: numbers are doubles, objects have no order.
enum OracleValue: Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string([UInt8])
    case array([OracleValue])
    case object([[UInt8]: OracleValue])

    /// What the decoder makes of `bytes`; nil when it refuses them.
    init?(_ bytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(OracleValue.self, from: Data(bytes)) else {
            return nil
        }
        self = value
    }

    init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Key.self) {
            self = .object(
                try Dictionary(
                    keyed.allKeys.map {
                        (Array($0.stringValue.utf8), try keyed.decode(OracleValue.self, forKey: $0))
                    }, uniquingKeysWith: { first, _ in first }))
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            var elements: [OracleValue] = []
            while !list.isAtEnd { elements.append(try list.decode(OracleValue.self)) }
            self = .array(elements)
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let bool = try? single.decode(Bool.self) {
            self = .bool(bool)
        } else if let string = try? single.decode(String.self) {
            self = .string(Array(string.utf8))
        } else {
            self = .number(try single.decode(Double.self))
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Our own value in the oracle's terms.
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let bool): self = .bool(bool)
        case .number(let number): self = .number(Double(number.text) ?? .nan)
        case .string(let string): self = .string(Array(string.utf8))
        case .array(let elements): self = .array(elements.map { OracleValue($0) })
        case .object(let object):
            self = .object(
                Dictionary(
                    object.members.map { (Array($0.key.utf8), OracleValue($0.value)) },
                    uniquingKeysWith: { first, _ in first }))
        }
    }

    /// Whether Foundation is known to differ on what `value` holds: it refuses 0e1 and numbers too
    /// large or too small for a double, and keeps one of several members with one key without
    /// checking the others.
    static func isKnownToDiffer(on value: JSONValue) -> Bool {
        switch value {
        case .null, .bool, .string: false
        case .number(let number): !isExactOrRounded(number.text)
        case .array(let elements): elements.contains(where: isKnownToDiffer)
        case .object(let object):
            Set(object.members.map(\.key)).count != object.members.count
                || object.members.contains { isKnownToDiffer(on: $0.value) }
        }
    }

    /// Whether a double holds the number but for its last digits, and it is not spelled 0e1.
    private static func isExactOrRounded(_ text: String) -> Bool {
        let magnitude = text.first == "-" ? text.dropFirst() : text[...]
        if magnitude.lowercased().hasPrefix("0e") { return false }
        guard let double = Double(text), double.isFinite else { return false }
        let significand = magnitude.prefix { $0 != "e" && $0 != "E" }
        return double != 0 || significand.allSatisfy { $0 == "0" || $0 == "." }
    }
}
