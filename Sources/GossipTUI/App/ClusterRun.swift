import Engine

/// The cluster behind the dashboard.
struct ClusterRun: Sendable {
    private var run: WatchedRun

    /// A cluster at the start of `scenario`.
    ///
    /// One that runs without end begins with a broadcast, so that there is something to see at
    /// once; one with a time limit is left alone, so that its figures are those of the same
    /// scenario anywhere else.
    init(_ scenario: Scenario) {
        run = WatchedRun(scenario)
        if scenario.workload.timeLimit == nil {
            run.apply(.broadcast(at: NodeID(scenario.nodeCount / 2)))
        }
    }

    /// The cluster's time.
    var now: Instant { run.now }

    /// Lets `span` of the cluster's time pass, in slices, for as long as `mayGoOn` says so between
    /// them.
    mutating func advance(by span: TimeSpan, while mayGoOn: () -> Bool) {
        let slice = TimeSpan.milliseconds(20)
        let end = run.now + span
        while run.now < end && run.phase != .finished {
            run.run(until: min(end, run.now + slice))
            if !mayGoOn() { return }
        }
    }

    /// Runs to `instant`, or to the end if that comes first.
    mutating func advance(to instant: Instant) { run.run(until: instant) }

    /// Goes on for a step; false when what it was to lead to did not come.
    mutating func step(_ unit: StepUnit) -> Bool {
        switch unit {
        case .event: return run.step()
        case .delivery: return run.step(to: .delivery)
        case .batch: return run.step(to: .batch)
        case .time(let span):
            run.run(until: run.now + span)
            return true
        }
    }

    /// Changes the running cluster.
    mutating func apply(_ command: ClusterCommand) { run.apply(command) }

    /// What there is to see, with as many of the newest values as a screen of `columns` can show.
    func snapshot(columns: Int) -> ClusterSnapshot { run.snapshot(newest: max(64, columns)) }

    /// The messages that the network lost within the last moment of the cluster's time.
    private var losses: [Envelope] {
        let moment = TimeSpan.milliseconds(60)
        return run.journal.newest(100, of: [.losses]).compactMap { entry in
            guard case .dropped(let envelope, .lost) = entry.event,
                run.now - entry.instant < moment
            else { return nil }
            return envelope
        }
    }

    /// What the tabs and selections of `state` ask for.
    func closeUp(for state: DashboardState) -> CloseUp {
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
        return closeUp
    }
}
