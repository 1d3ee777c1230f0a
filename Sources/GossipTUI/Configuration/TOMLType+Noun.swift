import TOMLKit

extension TOMLType {
    /// The type with its article.
    var noun: String {
        switch self {
        case .string: "a string"
        case .int: "a whole number"
        case .double: "a number with a fraction"
        case .bool: "a boolean"
        case .table: "a table"
        case .array: "a list"
        case .date: "a date"
        case .time: "a time"
        case .dateTime: "a date and time"
        }
    }
}

extension TOMLValueConvertible {
    /// A string or a number as a person would give it to an option; nil for anything else.
    var plainText: String? {
        if let string { return string }
        if let int { return String(int) }
        return double.map { number in
            let text = "\(number)"
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
    }
}
