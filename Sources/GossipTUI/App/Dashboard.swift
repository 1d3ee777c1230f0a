import Engine

/// The loop that ties keys, cluster and screen together; the only place where wall time enters.
struct Dashboard: ~Copyable {
    /// Wall time beyond this between two frames (a stopped process, a slow terminal) is forgotten.
    private static let longestFrame = Duration.milliseconds(100)
    /// What the cluster may take of a frame; the rest belongs to drawing.
    private static let simulationBudget = Duration.milliseconds(15)
    /// What it may take on the way to a goal, which nobody watches.
    private static let headingBudget = Duration.milliseconds(30)

    /// How long the answer to a key stands before the keys are listed again.
    private static let noticeTime = Duration.seconds(3)

    /// How long nodes take to the places of a new topology.
    private static let morphTime = Duration.milliseconds(700)

    private let clock = ContinuousClock()
    /// From one frame to the next.
    private let frame: Duration
    private let terminal: Terminal
    private var clusters: Clusters
    private var state: DashboardState
    /// When the notice on the screen goes; nil without one.
    private var noticeEnd: ContinuousClock.Instant?
    /// When nodes set out for the places of a new topology; nil while they stand.
    private var morphStart: ContinuousClock.Instant?
    /// When the dashboard opened.
    private let start: ContinuousClock.Instant
    private var lastMinute = LastMinute()
    /// What records the whole session; nil unless somebody asked for it.
    var recorder: Recorder?
    private var pace = PaceMeter()
    /// The files that were exported so far, which may be written again.
    private var exportedFiles: Set<String> = []
    /// What turns the pages of a lesson that plays itself; nil for one that waits for keys.
    private var autoplay: Autoplay?
    private var oracle = Oracle()

    /// A dashboard on `terminal` that begins with `run`.
    init(
        terminal: Terminal, run: ClusterRun, speed: Speed, framesPerSecond: Int = 30,
        arrangement: Arrangement = .everything,
        playback: DashboardState.Playback = .playing
    ) {
        frame = .microseconds(1_000_000 / framesPerSecond)
        start = clock.now
        self.terminal = terminal
        clusters = Clusters(run)
        state = DashboardState(
            snapshot: run.snapshot(columns: terminal.columns), speed: speed,
            glyphs: terminal.glyphs, columns: terminal.columns, rows: terminal.rows)
        state.arrangement = arrangement
        state.playback = playback
        state.theme = terminal.theme
        state.hasColor = terminal.screen.hasColor
    }

    /// Which key does what.
    var keys: KeyTable {
        get { state.keys }
        set { state.keys = newValue }
    }

    /// Begins with a race of two scenarios.
    mutating func race(
        _ scenario: Scenario, against other: Scenario, names: [String], remark: String?
    ) {
        guard let effect = state.start(race: [scenario, other], names: names) else { return }
        carryOut(effect)
        if let notice = remark ?? state.notice { tell(notice) }
    }

    /// Begins with the lesson; one that plays itself needs no keys.
    mutating func teach(chapter index: Int, playsItself: Bool, speed: Speed?) {
        state.lessonSpeed = speed
        autoplay = playsItself ? Autoplay() : nil
        if let effect = state.start(chapter: index) { carryOut(effect) }
    }

    /// Runs until the user quits (nil) or a signal asks the program to end (its number).
    mutating func runUntilQuit() -> Int32? {
        var last = clock.now
        while true {
            look()
            turnPage(at: clock.now)
            terminal.usesMouse = state.usesMouse
            terminal.theme = state.theme
            show(render(state))
            let wasMoving = isMoving
            for event in terminal.events(waitingAtMost: waitingTime(since: last)) {
                switch event {
                case .key(let key): if react(to: key) == .quit { return nil }
                case .resized(let columns, let rows): (state.columns, state.rows) = (columns, rows)
                case .resumed: last = clock.now
                case .interrupted: return nil
                case .terminated(let signal): return signal
                }
            }
            let now = clock.now
            if let end = noticeEnd, now >= end { (state.notice, noticeEnd) = (nil, nil) }
            if wasMoving && isMoving { advance(by: min(now - last, Self.longestFrame)) }
            last = now
        }
    }

    private mutating func show(_ canvas: Canvas) {
        terminal.present(canvas)
        let time = time
        lastMinute.record(canvas, in: state.shownTheme, at: time)
        guard recorder?.failure == nil else { return }
        recorder?.record(canvas, in: state.shownTheme, at: time)
        if let failure = recorder?.failure {
            tell("the recording ends here: \(failure)")
        }
    }

    /// Shows a notice that no key asked for.
    private mutating func tell(_ notice: String) {
        state.notice = notice
        noticeEnd = clock.now + Self.noticeTime
    }

    /// Seconds since the dashboard opened.
    private var time: Double { (clock.now - start) / .seconds(1) }

    /// Whether the picture changes without a key.
    private var isMoving: Bool {
        state.playback != .paused && !state.isOver
    }

    /// Until the next frame is due; nil, for as long as it takes, while nothing moves.
    private func waitingTime(since last: ContinuousClock.Instant) -> Duration? {
        let ends = [
            isMoving || morphStart != nil ? last + frame : nil, noticeEnd, autoplay?.deadline,
        ]
        let end = ends.compactMap(\.self).min()
        return end.map { max(.zero, $0 - clock.now) }
    }

    /// Goes on in a lesson that plays itself, once there was time to read.
    private mutating func turnPage(at now: ContinuousClock.Instant) {
        // The next page has a time to end too, which nothing else would set once a run is over.
        while autoplay?.isOver(state.lesson, at: now, of: state.snapshot.now) ?? false {
            if let effect = state.apply(.lessonForward) { carryOut(effect) }
            look()
        }
    }

    private mutating func react(to key: Key) -> DashboardEffect? {
        guard let action = state.action(for: key) else { return nil }
        var effect = state.apply(action)
        if case .run(let line) = effect { effect = state.run(line) }
        if let effect { carryOut(effect) }
        noticeEnd = state.notice.map { _ in clock.now + Self.noticeTime }
        // The next key may build on what this one changed.
        look()
        return effect
    }

    private mutating func carryOut(_ effect: DashboardEffect) {
        switch effect {
        case .step(let unit):
            head(for: unit.goal(from: clusters.now))
        case .stepBack(let unit):
            if !clusters.stepBack(unit) { state.notice = "no \(unit.name) came in the 30 s before" }
        case .seek(let instant):
            clusters.seek(to: instant)
        case .dismissGhost: clusters.dismissGhost()
        case .command(let command): apply([command])
        case .commands(let commands): apply(commands)
        case .chapter:
            guard let scenes = state.lesson?.chapter.scenes else { break }
            clusters = Clusters(
                ClusterRun(scenes[0]), against: scenes.count > 1 ? ClusterRun(scenes[1]) : nil)
        case .goOn(let goal):
            // What has been seen is behind at once.
            clusters.seek(to: .distantFuture)
            head(for: goal)
        case .export(let path): export(to: path)
        case .restart(let scenario): clusters = Clusters(ClusterRun(scenario))
        case .race(let scenario, let other):
            clusters = Clusters(ClusterRun(scenario), against: ClusterRun(other))
        case .endRace: clusters.endRace()
        case .quit, .run: break
        }
    }

    private mutating func export(to path: String?) {
        let screen = render(state)
        lastMinute.record(screen, in: state.shownTheme, at: time, isLast: true)
        let exports = Exports(
            screen: screen, session: clusters.first.session, report: clusters.first.report,
            rivals: clusters.second.flatMap { rival in
                state.race.map { Exports.Rivals(names: $0.names, report: rival.report) }
            },
            theme: state.shownTheme, cast: lastMinute.cast, ownFiles: exportedFiles)
        let outcome = path.map(exports.write) ?? exports.writeAll()
        exportedFiles.formUnion(outcome.files)
        state.notice = outcome.notice
    }

    private mutating func apply(_ commands: [ClusterCommand]) {
        var isFork = false
        for command in commands {
            if clusters.apply(command) { isFork = true }
        }
        guard isFork, let notice = state.notice else { return }
        let fate = clusters.second == nil ? "a ghost now" : "gone"
        state.notice = "\(notice); what came after this moment is \(fate)"
    }

    /// Shows the state what there is to see of the cluster now.
    private mutating func look() {
        let former = state.snapshot.scenario
        state.snapshot = clusters.first.snapshot(columns: state.columns)
        if let rival = clusters.second {
            state.race?.rival = rival.snapshot(columns: state.columns)
        }
        state.closeUp = clusters.first.closeUp(for: state)
        state.timeLine = clusters.timeLine
        state.noteLesson()
        if !state.isPast { state.trail.note(state.snapshot) }
        state.prediction = oracle.prediction(for: state.snapshot, in: state.timeLine)
        state.captionValue = ClusterCaption.following(state.captionValue, in: state.snapshot)
        let scenario = state.snapshot.scenario
        if scenario.topology != former.topology && scenario.nodeCount == former.nodeCount {
            morphStart = clock.now
            state.morph = Morph(from: former.topology, share: 0)
        } else if let start = morphStart {
            let share = (clock.now - start) / Self.morphTime
            if share >= 1 {
                (morphStart, state.morph) = (nil, nil)
            } else {
                state.morph?.share = share
            }
        }
    }

    private mutating func advance(by elapsed: Duration) {
        if case .heading(let goal) = state.playback { return head(for: goal) }
        let span = TimeSpan.microseconds(
            elapsed.microseconds * Int64(state.speed.thousandths) / 1_000)
        let start = clusters.now
        _ = goOn(to: Goal(limit: start + span), within: Self.simulationBudget)
        pace.note(wanted: span, got: clusters.now - start, in: elapsed)
        state.heldSpeed = pace.heldSpeed
    }

    /// Goes toward `goal` for a part of a frame, and on with the next one if it is not there by
    /// then.
    private mutating func head(for goal: Goal) {
        guard let isReached = goOn(to: goal, within: Self.headingBudget) else {
            state.playback = .heading(goal)
            return
        }
        state.playback = goal.isPlayedOn ? .playing : .paused
        if !isReached, let milestone = goal.milestone {
            tell(
                "no \(milestone.name) came "
                    + (clusters.isOver ? "before the end" : "in the next 30 s"))
        }
    }

    /// As `Clusters.goOn`, for a wall time of `budget`.
    private mutating func goOn(to goal: Goal, within budget: Duration) -> Bool? {
        let deadline = clock.now + budget
        return clusters.goOn(to: goal) { [clock] in clock.now < deadline }
    }
}

extension Duration {
    /// In whole microseconds, rounded down.
    fileprivate var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
