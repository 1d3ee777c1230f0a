/// A deadline that comes again and again.
struct Ticker: Hashable, Sendable {
    let interval: TimeSpan
    let clock: AntiEntropy.Clock
    private(set) var deadline: Instant

    /// Ticks as `clock` says, for the first time after `start`: at a random moment, so that nodes
    /// that started together do not all speak at once, unless the clock is there to make them.
    init(
        every interval: TimeSpan, clock: AntiEntropy.Clock, start: Instant,
        random: inout RandomStream
    ) {
        precondition(interval > .zero, "a ticker needs an interval above zero, not \(interval)")
        self.interval = interval
        self.clock = clock
        switch clock {
        case .periodic:
            deadline = start + random.span(below: interval)
        case .poisson:
            deadline = start + Self.gap(mean: interval, &random)
        case .synchronous:
            let rounds = start.microseconds / interval.microseconds + 1
            deadline = .zero + interval * rounds
        }
    }

    /// Moves the deadline to the next tick after `now`: ticks that a late host missed are skipped,
    /// not made up for in a burst.
    mutating func advance(past now: Instant, random: inout RandomStream) {
        guard deadline <= now else { return }
        if clock == .poisson {
            deadline = now + Self.gap(mean: interval, &random)
        } else {
            let missed = (now - deadline).microseconds / interval.microseconds
            deadline = deadline + interval * (missed + 1)
        }
    }

    private static func gap(mean: TimeSpan, _ random: inout RandomStream) -> TimeSpan {
        .microseconds(Int64(random.exponential(mean: Int(mean.microseconds))))
    }
}
