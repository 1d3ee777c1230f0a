/// Any JSON value, with numbers as they were spelled and object members in their order.
///
/// Two values are equal when they say the same: whitespace, the spelling of escapes and the order
/// of an object's members do not matter. Numbers are compared by their text, so 1 and 1.0 differ;
/// strings by their scalars, so a composed and a decomposed é differ.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// A whole number.
    public init(_ integer: some BinaryInteger) {
        self = .number(JSONNumber(integer))
    }

    /// A number, or null when `double` is not finite: JSON has no other way to say so.
    public init(_ double: Double) {
        self = JSONNumber(double).map(JSONValue.number) ?? .null
    }

    /// How many arrays and objects are nested in each other: 0 for a scalar, 1 for `[]`. O(size).
    public var depth: Int {
        switch self {
        case .null, .bool, .number, .string: 0
        case .array(let elements): 1 + elements.reduce(0) { max($0, $1.depth) }
        case .object(let object): 1 + object.members.reduce(0) { max($0, $1.value.depth) }
        }
    }
}

extension JSONValue: Hashable {
    /// Whether both say the same.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameScalars(as: right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    /// Feeds what equality looks at.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let bool): hasher.combine(bool)
        case .number(let number): hasher.combine(number)
        case .string(let string): string.hashScalars(into: &hasher)
        case .array(let elements): hasher.combine(elements)
        case .object(let object): hasher.combine(object)
        }
    }
}

extension String {
    /// Equality of what is written, where `==` also equates canonically equivalent spellings.
    func hasSameScalars(as other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }

    /// Feeds what `hasSameScalars` looks at; `hash(into:)` would make equivalent spellings collide.
    func hashScalars(into hasher: inout Hasher) {
        for byte in utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
    }
}
