extension JSONValue {
    /// What the keys lead to, one object after the other; nil where there is nothing.
    public func value(at keys: String...) -> JSONValue? { value(at: keys) }

    /// What the keys lead to, one object after the other; nil where there is nothing.
    public func value(at keys: [String]) -> JSONValue? {
        keys.reduce(self as JSONValue?) { value, key in
            guard case .object(let object) = value else { return nil }
            return object[key]
        }
    }
}
