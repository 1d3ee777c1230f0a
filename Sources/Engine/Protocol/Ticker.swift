/// A periodic deadline with a phase of its own.
struct Ticker: Hashable, Sendable {
    let interval: TimeSpan
    private(set) var deadline: Instant

    /// Ticks every `interval`, first at a random part of one after `start`, so that nodes that
    /// started together do not all speak at once.
    init(interval: TimeSpan, start: Instant, random: inout RandomStream) {
        precondition(interval > .zero, "a ticker needs an interval above zero, not \(interval)")
        self.interval = interval
        deadline = start + random.span(below: interval)
    }

    /// Moves the deadline to the first tick after `now`: ticks that a late host missed are skipped,
    /// not made up for in a burst.
    mutating func advance(past now: Instant) {
        guard deadline <= now else { return }
        let missed = (now - deadline).microseconds / interval.microseconds
        deadline = deadline + interval * (missed + 1)
    }
}
