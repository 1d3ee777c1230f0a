/// A point on a node's clock, in whole microseconds since the run (or the process) started.
public struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since the start.
    public var microseconds: Int64

    /// The start of the run.
    public static let zero = Instant(microseconds: 0)

    /// Later than anything that can happen.
    public static let distantFuture = Instant(microseconds: .max)

    /// The instant `microseconds` after the start.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The time since the start.
    public var sinceStart: TimeSpan { TimeSpan(microseconds: microseconds) }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }

    public static func + (instant: Instant, span: TimeSpan) -> Instant {
        Instant(microseconds: instant.microseconds + span.microseconds)
    }

    public static func - (instant: Instant, span: TimeSpan) -> Instant {
        Instant(microseconds: instant.microseconds - span.microseconds)
    }

    public static func - (left: Instant, right: Instant) -> TimeSpan {
        TimeSpan(microseconds: left.microseconds - right.microseconds)
    }
}
