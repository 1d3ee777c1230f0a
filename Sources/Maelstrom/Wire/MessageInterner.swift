public import Engine

/// The dense numbers under which the engine knows messages, and back.
///
/// Equal messages share a number; what comes back is the spelling that came first.
public struct MessageInterner: Sendable {
    private var messages: [JSONValue] = []
    private var numbers: [JSONValue: ValueID] = [:]

    /// An interner that has seen nothing.
    public init() {}

    /// The number of `message`; the next free one when it is new.
    public mutating func number(of message: JSONValue) -> ValueID {
        if let known = numbers[message] { return known }
        let number = ValueID(messages.count)
        messages.append(message)
        numbers[message] = number
        return number
    }

    /// The message behind a number that this interner gave.
    public func message(_ number: ValueID) -> JSONValue { messages[number.index] }
}
