import Engine

/// The cluster behind the dashboard, or the two of a race, at the same instant.
///
/// Where one of two is over sooner, the other one goes on alone.
struct Clusters: Sendable {
    private(set) var first: ClusterRun
    /// The rival; nil without a race.
    private(set) var second: ClusterRun?

    init(_ first: ClusterRun, against second: ClusterRun? = nil) {
        self.first = first
        self.second = second
    }

    /// The time of the one that has run on.
    var now: Instant { max(first.now, second?.now ?? .zero) }

    /// Whether nothing more will happen.
    var isOver: Bool { first.isOver && second?.isOver ?? true }

    /// All that has been seen, from the start to the end of the one that has run on; the marks are
    /// those of the first.
    var timeLine: TimeLine {
        var line = first.timeLine
        if let second {
            line.end = max(line.end, second.history.end.instant)
            line.isLive = line.isLive && second.history.isLive
        }
        return line
    }

    /// As `ClusterRun.goOn`; a milestone is one of the first cluster, as long as it runs.
    mutating func goOn(to goal: Goal, while mayGoOn: () -> Bool) -> Bool? {
        var other = second.take()
        defer { second = other }
        let isReached = first.goOn(to: goal) { now in
            other?.advance(to: now)
            return mayGoOn()
        }
        if first.isOver, other?.isOver == false {
            return other?.goOn(to: goal) { _ in mayGoOn() }
        }
        other?.advance(to: first.now)
        return isReached
    }

    /// Looks at another moment of what has been seen.
    mutating func seek(to instant: Instant) {
        first.seek(to: instant)
        second?.seek(to: instant)
    }

    /// As `ClusterRun.stepBack`, with the one that has run on; the other one comes along.
    mutating func stepBack(_ unit: StepUnit) -> Bool {
        guard let later = second?.now, later > first.now else {
            let isReached = first.stepBack(unit)
            second?.seek(to: first.now)
            return isReached
        }
        let isReached = second?.stepBack(unit) ?? false
        first.seek(to: second?.now ?? first.now)
        return isReached
    }

    /// Changes the running clusters, each by what the command changes in the first; in the past
    /// this begins another future. True if it does.
    mutating func apply(_ command: ClusterCommand) -> Bool {
        let own = first.scenario
        let isFork = first.apply(command)
        guard let other = second?.scenario else { return isFork }
        second?.apply(command.forRival(with: other, beside: own))
        // The charts of a race have a second cluster in place of a ghost.
        first.dismissGhost()
        second?.dismissGhost()
        return isFork
    }

    /// Forgets the future that was done away with.
    mutating func dismissGhost() { first.dismissGhost() }

    /// Goes on with the first cluster alone.
    mutating func endRace() { second = nil }
}
