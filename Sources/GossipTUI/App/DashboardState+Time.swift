import Engine

/// Moments of the past, and the time line that leads there.
extension DashboardState {
    /// Goes to the end of what has been seen, and on from there.
    mutating func goLive() -> DashboardEffect? {
        playback = .playing
        return .seek(timeLine.end)
    }

    /// Looks at `instant`, or at the end of what has been seen if that comes before, and stays there.
    mutating func seek(to instant: Instant) -> DashboardEffect? {
        let target = max(.zero, min(instant, timeLine.end))
        if instant > target && timeLine.isLive {
            notice = "nothing has been seen beyond this moment"
            return nil
        }
        playback = .paused
        return .seek(target)
    }

    /// The moment that a place on the time line stands for; nil beside it.
    func moment(at point: Point) -> Instant? {
        guard let row = ScreenLayout(self).timeLineRow else { return nil }
        return TimeLineBar(state: self, columns: columns).moment(at: point, row: row)
    }

    /// Whether more has been seen than what is on the screen.
    var isPast: Bool { !timeLine.isLive }
}
