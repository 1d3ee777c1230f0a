import Engine

/// The cluster behind the dashboard, with its past.
struct ClusterRun: Sendable {
    private(set) var history: RunHistory
    /// The end of the future that the latest change in the past did away with; nil without one.
    private var abandoned: (run: WatchedRun, fork: Instant)?

    /// What happens at set times because a chapter of the lesson needs it, in order of time.
    private var cues: [Chapter.Cue] = []

    /// No step goes beyond this; nodes that wait for its end have most likely nothing to send.
    private static let longestStep = TimeSpan.seconds(30)

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

    /// The cluster's time.
    var now: Instant { history.run.now }

    /// Lets `span` of the cluster's time pass, in slices, for as long as `mayGoOn` says so between
    /// them; in the past what happened then.
    mutating func advance(by span: TimeSpan, while mayGoOn: () -> Bool) {
        let end = now + span
        while now < end && !isOver {
            advance(to: min(end, now + slice))
            guard mayGoOn() else {
                slice = max(Self.slices.lowerBound, .microseconds(slice.microseconds / 4))
                return
            }
            slice = min(Self.slices.upperBound, slice * 2)
        }
    }

    /// How much of the cluster's time passes between two looks at the clock: little where a lot happens
    /// in it.
    private var slice = Self.slices.lowerBound
    private static let slices = TimeSpan.microseconds(50)...TimeSpan.milliseconds(20)

    /// Whether nothing more will happen.
    private var isOver: Bool { history.isLive && history.run.phase == .finished }

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

    /// Goes on for a step; false when what it was to lead to did not come within 30 s of the
    /// cluster's time.
    mutating func step(_ unit: StepUnit) -> Bool {
        switch unit {
        case .event: return step(to: .event)
        case .delivery: return step(to: .delivery)
        case .batch: return step(to: .batch)
        case .time(let span):
            advance(to: now + span)
            return true
        }
    }

    private mutating func step(to milestone: WatchedRun.Milestone) -> Bool {
        let limit = now + Self.longestStep
        while let cue = nextCue, cue.instant <= limit {
            if history.step(to: milestone, until: cue.instant) { return true }
            advance(to: cue.instant)
            // What is asked of the cluster is an event as well.
            if milestone == .event { return true }
        }
        return history.step(to: milestone, until: limit)
    }

    /// Goes back for a step, at most to the start.
    mutating func stepBack(_ unit: StepUnit) {
        switch unit {
        case .event: history.stepBack(to: .event)
        case .delivery: history.stepBack(to: .delivery)
        case .batch: history.stepBack(to: .batch)
        case .time(let span): history.seek(to: max(.zero, now - span))
        }
    }

    /// Looks at another moment of what has been seen.
    mutating func seek(to instant: Instant) { history.seek(to: instant) }

    /// Changes the running cluster; in the past this begins another future. True if it does.
    @discardableResult
    mutating func apply(_ command: ClusterCommand) -> Bool {
        guard !history.isLive else { return history.apply(command) }
        abandoned = (history.live, now)
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
        closeUp.ghost = abandoned.map { former, fork in
            Ghost(
                fork: fork, end: former.now, figures: former.snapshot(newest: 0).figures,
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
