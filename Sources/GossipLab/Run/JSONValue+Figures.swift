import Engine
import Maelstrom

extension JSONValue {
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
