import Engine

/// The cluster behind the dashboard, with its past.
struct ClusterRun: Sendable {
    private(set) var history: RunHistory
    /// The end of the future that the latest change in the past did away with; nil without one.
    private var abandoned: (run: WatchedRun, figures: RunFigures, fork: Instant)?

    /// What happens at set times because a chapter of the lesson needs it, in order of time.
    private var cues: [Chapter.Cue] = []

    /// The cluster of a chapter's scene, at its start.
    init(_ scene: Chapter.Scene) {
        history = RunHistory(scene.scenario)
        cues = scene.cues
    }

    /// A cluster at the start of `scenario`.
    ///
    /// One that runs without end begins with a broadcast, so that there is something to see at
    /// once; one with a time limit is left alone, so that its figures are those of the same
    /// scenario anywhere else.
    init(_ scenario: Scenario) {
        history = RunHistory(scenario)
        if scenario.workload.timeLimit == nil {
            history.apply(.broadcast(at: NodeID(scenario.nodeCount / 2)))
        }
    }

    /// The cluster with this past.
    init(history: RunHistory) { self.history = history }

    /// What the run came to, as far as it has been seen.
    var report: RunReport { history.live.report }

    /// What is in force at the moment that is looked at.
    var scenario: Scenario { history.run.currentScenario }

    /// The cluster's time.
    var now: Instant { history.run.now }

    /// Goes on to `goal`, in slices, for as long as `mayGoOn` says so between them; in the past
    /// through what happened then. Nil while it is not there yet, else whether its milestone came.
    mutating func goOn(to goal: Goal, while mayGoOn: (_ now: Instant) -> Bool) -> Bool? {
        while now < goal.limit && !isOver {
            let limit = min(goal.limit, now + slice)
            if let milestone = goal.milestone {
                if step(to: milestone, until: limit) { return true }
            } else {
                advance(to: limit)
            }
            guard mayGoOn(now) else {
                slice = max(Self.slices.lowerBound, .microseconds(slice.microseconds / 4))
                return nil
            }
            slice = min(Self.slices.upperBound, slice * 2)
        }
        return goal.milestone == nil
    }

    /// How much of the cluster's time passes between two looks at the clock: little where a lot
    /// happens in it.
    private var slice = Self.slices.lowerBound
    private static let slices = TimeSpan.microseconds(50)...TimeSpan.milliseconds(20)

    /// Whether nothing more will happen.
    var isOver: Bool { history.isLive && history.run.phase == .finished }

    /// Runs to `instant`, or to the end if that comes first.
    mutating func advance(to instant: Instant) {
        while let cue = nextCue, cue.instant <= instant {
            history.advance(to: cue.instant)
            history.apply(cue.command)
        }
        history.advance(to: instant)
    }

    /// The first cue that is in nothing that was seen; nil once the run is over.
    private var nextCue: Chapter.Cue? {
        guard !isOver else { return nil }
        return cues.first { cue in
            !history.entries.contains {
                $0.moment.instant == cue.instant && $0.command == cue.command
            }
        }
    }

    /// Goes on to the next milestone, or to `limit` or a cue if that comes before; true if it came.
    private mutating func step(to milestone: WatchedRun.Milestone, until limit: Instant) -> Bool {
        let cue = nextCue.flatMap { $0.instant <= limit ? $0 : nil }
        let limit = cue?.instant ?? limit
        if history.step(to: milestone, until: limit) { return true }
        advance(to: limit)
        // What is asked of the cluster is an event as well.
        return cue != nil && milestone == .event
    }

    /// Goes back for a step, at most to the start; false, and nowhere, when no milestone came in
    /// the 30 s before.
    mutating func stepBack(_ unit: StepUnit) -> Bool {
        if let milestone = unit.milestone {
            return history.stepBack(to: milestone, since: now - StepUnit.longestSearch)
        }
        if case .time(let span) = unit { history.seek(to: max(.zero, now - span)) }
        return true
    }

    /// Looks at another moment of what has been seen.
    mutating func seek(to instant: Instant) { history.seek(to: instant) }

    /// Changes the running cluster; in the past this begins another future. True if it does.
    @discardableResult
    mutating func apply(_ command: ClusterCommand) -> Bool {
        guard !history.isLive else { return history.apply(command) }
        let former = history.live
        abandoned = (former, former.snapshot(newest: 0).figures, now)
        return history.apply(command)
    }

    /// Forgets the future that was done away with.
    mutating func dismissGhost() { abandoned = nil }

    /// What there is to see, with as many of the newest values as a screen of `columns` can show.
    func snapshot(columns: Int) -> ClusterSnapshot {
        history.run.snapshot(newest: max(64, columns))
    }

    /// The messages that the network lost within the last moment of the cluster's time.
    private var losses: [Envelope] {
        let moment = TimeSpan.milliseconds(60)
        return history.run.journal.newest(100, of: [.losses]).compactMap { entry in
            guard case .dropped(let envelope, .lost) = entry.event, now - entry.instant < moment
            else { return nil }
            return envelope
        }
    }

    /// What the tabs and selections of `state` ask for.
    func closeUp(for state: DashboardState) -> CloseUp {
        let run = history.run
        var closeUp = CloseUp()
        closeUp.eventCount = run.journal.eventCount
        if state.detail == .log {
            let entries = run.journal.newest(
                state.rows + state.logOffset, of: state.logFilter.kinds,
                about: state.logFilter.node, before: state.logEnd ?? .max)
            // However far back, the oldest ones that there are stay in sight.
            closeUp.entries = Array(
                entries.prefix(max(entries.count - state.logOffset, min(entries.count, 10))))
        }
        closeUp.losses = losses
        if state.detail == .load { closeUp.loads = run.loads }
        closeUp.arrivals = state.selectedValue.flatMap(run.arrivals)
        closeUp.olderValues = state.valuesEnd.map { end in
            run.spreads(of: max(0, end - max(64, state.columns))..<end)
        }
        closeUp.ghost = abandoned.map { former, figures, fork in
            Ghost(
                fork: fork, end: former.now, figures: figures,
                arrivals: state.selectedValue.flatMap(former.arrivals))
        }
        return closeUp
    }

    /// All that has been seen, from the start to its end.
    var timeLine: TimeLine {
        TimeLine(
            end: history.end.instant, isLive: history.isLive, marks: history.marks,
            // The first one, at the start, was nobody's wish.
            broadcasts: history.entries.filter { entry in
                guard case .broadcast = entry.command else { return false }
                return entry.moment.instant > .zero
            }.map(\.moment.instant))
    }
}
