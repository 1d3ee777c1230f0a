import Engine
import Maelstrom

extension JSONValue {
    /// What the keys lead to, one object after the other; nil where there is nothing.
    func value(at keys: String...) -> JSONValue? { value(at: keys) }

    /// What the keys lead to, one object after the other; nil where there is nothing.
    func value(at keys: [String]) -> JSONValue? {
        keys.reduce(self as JSONValue?) { value, key in
            guard case .object(let object) = value else { return nil }
            return object[key]
        }
    }

    /// The figure that the keys lead to; nil where there is none.
    func number(at keys: [String]) -> Double? {
        guard case .number(let number) = value(at: keys), let value = Double(number.text),
            RunFigure.range.contains(value)
        else { return nil }
        return value
    }

    /// Whether the keys lead to a number, or to a null on the way or at its end.
    func hasNumberOrNull(at keys: [String]) -> Bool {
        if number(at: keys) != nil { return true }
        return keys.indices.contains { value(at: Array(keys[...$0])) == .null }
    }
}
