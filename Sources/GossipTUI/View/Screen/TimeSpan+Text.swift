import Engine

extension TimeSpan {
    /// Whole milliseconds, as a bare number: `476`.
    var wholeMilliseconds: String { Int(microseconds / 1_000).grouped }

    /// The span with a blank before its unit: `50 ms`, `5 s`.
    var spaced: String {
        let text = description
        let digits = text.prefix { $0.isNumber }
        return "\(digits) \(text.dropFirst(digits.count))"
    }
}
