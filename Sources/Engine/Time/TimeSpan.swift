/// A length of simulated or monotonic time, in whole microseconds.
public struct TimeSpan: Hashable, Comparable, Sendable {
    /// The length in microseconds; negative when it points back in time.
    public var microseconds: Int64

    /// No time at all.
    public static let zero = TimeSpan(microseconds: 0)

    /// A span of `microseconds`.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// A span of whole `count` microseconds.
    public static func microseconds(_ count: Int64) -> TimeSpan {
        TimeSpan(microseconds: count)
    }

    /// A span of whole `count` milliseconds.
    public static func milliseconds(_ count: Int64) -> TimeSpan {
        TimeSpan(microseconds: count * 1_000)
    }

    /// A span of whole `count` seconds.
    public static func seconds(_ count: Int64) -> TimeSpan {
        TimeSpan(microseconds: count * 1_000_000)
    }

    /// The length in milliseconds, with its fraction.
    public var inMilliseconds: Double { Double(microseconds) / 1_000 }

    /// The length in seconds, with its fraction.
    public var inSeconds: Double { Double(microseconds) / 1_000_000 }

    public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        left.microseconds < right.microseconds
    }

    public static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
        TimeSpan(microseconds: left.microseconds + right.microseconds)
    }

    public static func - (left: TimeSpan, right: TimeSpan) -> TimeSpan {
        TimeSpan(microseconds: left.microseconds - right.microseconds)
    }

    public static func * (span: TimeSpan, factor: Int64) -> TimeSpan {
        TimeSpan(microseconds: span.microseconds * factor)
    }
}

extension TimeSpan: CustomStringConvertible {
    /// The span in the largest unit that needs no fraction: `50ms`, `5s`, `1500ms`, `250us`.
    public var description: String {
        if microseconds % 1_000_000 == 0 { return "\(microseconds / 1_000_000)s" }
        if microseconds % 1_000 == 0 { return "\(microseconds / 1_000)ms" }
        return "\(microseconds)us"
    }

    /// The span with a blank before its unit, as in sentences: `50 ms`, `5 s`.
    public var spaced: String {
        let text = description
        let number = text.prefix { !$0.isLetter }
        return "\(number) \(text.dropFirst(number.count))"
    }
}
