import Engine

extension TimeSpan {
    /// Whole milliseconds, to the nearest, as a bare number: `476`.
    var wholeMilliseconds: String { Int((microseconds + 500) / 1_000).grouped }
}
