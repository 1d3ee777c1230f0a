import Engine

/// What there is of a run between its start and the end of what has been seen.
struct TimeLine: Hashable {
    /// The end of what has been seen.
    var end = Instant.zero
    /// Whether the moment on the screen is that end.
    var isLive = true
    /// The faults and changes, oldest first.
    var marks: [Journal.Entry] = []
    /// When a person let a client broadcast.
    var broadcasts: [Instant] = []

    /// Whether a fault began, ended or changed from `start` to `end`.
    func hasFault(from start: Instant, to end: Instant) -> Bool {
        marks.contains { mark in
            guard mark.instant >= start, mark.instant <= end else { return false }
            if case .entered = mark.event { return false }
            return Journal.Kind(of: mark.event) == .faults
        }
    }
}
