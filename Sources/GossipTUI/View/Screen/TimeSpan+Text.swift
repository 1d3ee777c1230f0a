import Engine

extension TimeSpan {
    /// Whole milliseconds, as a bare number: `476`.
    var wholeMilliseconds: String { Int(microseconds / 1_000).grouped }
}
