import Engine

extension TimeSpan {
    /// The span for a person, its unit tied to it: `7.6 ms`, `31 ms`, `4312 ms`, `12.3 s`.
    var brief: String {
        if microseconds >= 10_000_000 { return inSeconds.fixed(1) + Fact.tie + "s" }
        let hasDigit = microseconds < 10_000 && microseconds % 1_000 > 0
        return inMilliseconds.fixed(hasDigit ? 1 : 0) + Fact.tie + "ms"
    }

    /// The spans from this one to `last`: `251 to 259 ms`, `100 ms to 12.3 s`, or one where they
    /// look alike.
    func brief(to last: TimeSpan) -> String {
        let (first, last) = (brief, last.brief)
        if first == last { return last }
        let unit = last.drop { $0.isNumber || $0 == "." }
        return (first.hasSuffix(unit) ? String(first.dropLast(unit.count)) : first) + " to " + last
    }
}

extension Instant {
    /// The time since the start for a person, to the millisecond: `8.176 s`.
    var text: String { sinceStart.inSeconds.fixed(3) + Fact.tie + "s" }
}
