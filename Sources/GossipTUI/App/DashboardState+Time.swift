import Engine

/// Moments of the past, and the time line that leads there.
extension DashboardState {
    /// Goes to the end of what has been seen, and on from there.
    mutating func goLive() -> DashboardEffect? {
        playback = .playing
        return .seek(timeLine.end)
    }

    /// Looks at `instant`, which may be beyond what has been seen, and stays there.
    mutating func seek(to instant: Instant) -> DashboardEffect? {
        playback = .paused
        guard instant > timeLine.end else { return .seek(max(.zero, instant)) }
        return whileRunning(.goOn(Goal(limit: instant)))
    }

    /// The moment that a place on the time line stands for; nil beside it.
    func moment(at point: Point) -> Instant? {
        guard let row = ScreenLayout(self).timeLineRow else { return nil }
        return TimeLineBar(state: self, columns: columns).moment(at: point, row: row)
    }

    /// Whether more has been seen than what is on the screen.
    var isPast: Bool { !timeLine.isLive }
}
