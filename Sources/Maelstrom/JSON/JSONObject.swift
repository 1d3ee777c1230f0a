/// A JSON object with its members in the order they were written.
///
/// Equality ignores that order. A key that comes more than once is kept as often, as it came;
/// asking for it gives the last, as most readers do.
public struct JSONObject: Sendable {
    /// A key and its value.
    public struct Member: Hashable, Sendable {
        /// The key, as it reads after its escapes.
        public let key: String
        /// What belongs to it.
        public let value: JSONValue
    }

    /// The members in order.
    public private(set) var members: [Member] = []

    /// The object without members.
    public init() {}

    /// The object of `members`, in their order.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        self.members = members.map(Member.init)
    }

    /// The value of `key`, nil without one; setting replaces the last such member in place, appends
    /// a new one, or (nil) removes all of them. O(members).
    public subscript(key: String) -> JSONValue? {
        get { members.last { $0.key == key }?.value }
        set {
            guard let newValue else { return members.removeAll { $0.key == key } }
            let member = Member(key: key, value: newValue)
            if let index = members.lastIndex(where: { $0.key == key }) {
                members[index] = member
            } else {
                members.append(member)
            }
        }
    }

    /// Adds a member at the end, whether or not its key is there already.
    public mutating func append(_ key: String, _ value: JSONValue) {
        members.append(Member(key: key, value: value))
    }

    /// The members by key; those of one key keep their order, since sorting is stable.
    private var sortedMembers: [Member] {
        members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}

extension JSONObject: Hashable {
    /// Whether both have the same members, in whatever order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members.count == right.members.count
            && (left.members == right.members || left.sortedMembers == right.sortedMembers)
    }

    /// Feeds the members by key, so that their order does not matter.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(sortedMembers)
    }
}

extension JSONObject.Member {
    /// Whether key and value are the same.
    public static func == (left: JSONObject.Member, right: JSONObject.Member) -> Bool {
        left.key.hasSameScalars(as: right.key) && left.value == right.value
    }

    /// Feeds what equality looks at.
    public func hash(into hasher: inout Hasher) {
        key.hashScalars(into: &hasher)
        hasher.combine(value)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object with the members in the order written.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self.init(members)
    }
}
