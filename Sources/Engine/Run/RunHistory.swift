/// A watched run that remembers its past: any moment of it can be looked at again, and changed.
///
/// What a person asked for is kept with its moment, and so are some states of the run, from which
/// others are reached by running again: the same events, to the bit. There are fewer of them the
/// larger they get, so that they take no more than a set number of bytes.
public struct RunHistory: Sendable {
    /// A command and when it was given.
    public struct Entry: Hashable, Sendable {
        /// When that was.
        public let moment: WatchedRun.Moment
        /// What was asked for.
        public let command: ClusterCommand

        /// `command`, given at `moment`.
        public init(moment: WatchedRun.Moment, command: ClusterCommand) {
            self.moment = moment
            self.command = command
        }
    }

    /// A state of the run, and how many commands are behind it.
    private struct Checkpoint: Sendable {
        let run: WatchedRun
        let commandCount: Int
    }

    /// What all checkpoints may take, by `WatchedRun.estimatedBytes`.
    private static let mostBytes = 80_000_000
    /// More checkpoints than this make nothing faster.
    private static let mostCheckpoints = 64

    /// The run at the moment that is looked at.
    public private(set) var run: WatchedRun
    /// The end of what has been seen; the moment that is looked at, or later.
    public private(set) var end: WatchedRun.Moment

    /// What was asked for, in order.
    public private(set) var entries: [Entry] = []
    /// How many commands are behind `run`.
    private var commandCount = 0
    /// In order of time; the first one is the start.
    private var checkpoints: [Checkpoint]
    /// The cluster's time from one checkpoint to the next, at least.
    private var interval = TimeSpan.seconds(1)

    /// A run of `scenario` at its start.
    public init(_ scenario: Scenario) {
        run = WatchedRun(scenario)
        end = run.moment
        checkpoints = [Checkpoint(run: run, commandCount: 0)]
    }

    /// Whether what is looked at is the end of what has been seen.
    public var isLive: Bool { commandCount == entries.count && run.moment >= end }

    /// The faults and changes in all that has been seen, oldest first; of very many the newest.
    public private(set) var marks: [Journal.Entry] = []
    /// How many events have been looked at for marks.
    private var markedCount = 0
    private static let mostMarks = 10_000

    private mutating func keepMarks() {
        guard run.journal.eventCount > markedCount else { return }
        marks += run.journal.events(from: markedCount, of: [.faults, .changes])
        marks.removeFirst(max(0, marks.count - Self.mostMarks))
        markedCount = run.journal.eventCount
    }

    /// The run of `scenario` in which these commands, in order of time, were given, up to `end`.
    public init(_ scenario: Scenario, repeating entries: [Entry], to end: WatchedRun.Moment) {
        self.init(scenario)
        for entry in entries {
            goOn(to: entry.moment)
            apply(entry.command)
        }
        goOn(to: end)
    }

    private mutating func goOn(to moment: WatchedRun.Moment) {
        // Of what is due at the instant itself, only a part happened before the moment.
        advance(to: moment.instant - .microseconds(1))
        run.run(to: moment)
        keepMarks()
        end = max(end, run.moment)
    }

    // MARK: Going on

    /// Lets everything happen that is due at `instant` or before; in the past, what happened then,
    /// commands included.
    public mutating func advance(to instant: Instant) {
        while commandCount < entries.count, entries[commandCount].moment.instant <= instant {
            repeatNextCommand()
        }
        guard instant >= run.now else { return }
        repeat {
            run.run(until: min(instant, run.now + interval))
            keepMarks()
            keepCheckpoint()
        } while run.now < instant && run.phase != .finished
        end = max(end, run.moment)
    }

    /// Goes on to the next milestone, in the past through what happened then, commands included,
    /// each of which counts as an event; false when none is due at `limit` or before, and all else
    /// is past.
    public mutating func step(to milestone: WatchedRun.Milestone, until limit: Instant) -> Bool {
        let start = run.count(of: milestone)
        var isReached = false
        while !isReached, goOn(until: limit) {
            isReached = milestone == .event || run.count(of: milestone) > start
        }
        keepMarks()
        end = max(end, run.moment)
        return isReached
    }

    /// Repeats the command that was given at this moment, or lets the next event happen; false when
    /// there is neither at `limit` or before.
    private mutating func goOn(until limit: Instant) -> Bool {
        guard commandCount < entries.count,
            entries[commandCount].moment.eventCount == run.moment.eventCount
        else { return run.step(until: limit) }
        guard entries[commandCount].moment.instant <= limit else { return false }
        repeatNextCommand()
        return true
    }

    /// Does what a person asks for; what was seen of the time after this moment is forgotten. True
    /// if there was such a time.
    @discardableResult
    public mutating func apply(_ command: ClusterCommand) -> Bool {
        let isBranch = !isLive
        if isBranch {
            marks.removeAll { $0.number >= run.journal.eventCount }
            markedCount = min(markedCount, run.journal.eventCount)
        }
        entries.removeSubrange(commandCount...)
        checkpoints.removeAll { $0.run.moment > run.moment || $0.commandCount > commandCount }
        entries.append(Entry(moment: run.moment, command: command))
        commandCount += 1
        run.apply(command)
        end = run.moment
        keepMarks()
        return isBranch
    }

    /// The run at the end of what has been seen.
    public var live: WatchedRun {
        guard !isLive else { return run }
        var history = self
        history.go(to: end)
        while history.commandCount < entries.count { history.repeatNextCommand() }
        return history.run
    }

    // MARK: Going back

    /// Looks at `instant`, or at the end of what has been seen if that comes before.
    public mutating func seek(to instant: Instant) {
        let instant = max(.zero, min(instant, end.instant))
        let nearest = checkpoints.last { $0.run.now <= instant }
        if instant < run.now || nearest.map({ $0.run.moment > run.moment }) ?? false {
            restore { $0.run.now <= instant }
        }
        advance(to: instant)
    }

    /// Goes back to the latest milestone before this moment, or from the first event to the start;
    /// false, and nowhere, when none came at `limit` or later. One before that, but near a state
    /// that is kept, may count too.
    public mutating func stepBack(
        to milestone: WatchedRun.Milestone, since limit: Instant
    ) -> Bool {
        let former = (run, commandCount)
        let here = run.moment
        var latest: WatchedRun.Moment?
        var end = here
        while latest == nil, end > .start {
            guard end.instant >= limit else {
                (run, commandCount) = former
                return false
            }
            restore { $0.run.moment < end }
            let start = run.moment
            var count = run.count(of: milestone)
            while run.moment < end {
                let before = run.moment
                guard goOn(until: end.instant), run.moment < here else { break }
                guard run.moment > before else { continue }
                if milestone == .event || run.count(of: milestone) != count {
                    count = run.count(of: milestone)
                    latest = run.moment
                }
            }
            end = start
        }
        // Before the first event there is still the start.
        guard latest != nil || milestone == .event else {
            (run, commandCount) = former
            return false
        }
        go(to: latest ?? .start)
        return true
    }

    /// Looks at a moment that was seen, before any command at that moment.
    private mutating func go(to moment: WatchedRun.Moment) {
        // One at the moment itself may have commands in it.
        restore { $0.run.moment < moment }
        while commandCount < entries.count, entries[commandCount].moment < moment {
            repeatNextCommand()
        }
        run.run(to: moment)
    }

    private mutating func restore(where isWanted: (Checkpoint) -> Bool) {
        let checkpoint = checkpoints.last(where: isWanted) ?? checkpoints[0]
        run = checkpoint.run
        commandCount = checkpoint.commandCount
    }

    private mutating func repeatNextCommand() {
        run.run(to: entries[commandCount].moment)
        run.apply(entries[commandCount].command)
        commandCount += 1
    }

    // MARK: Checkpoints

    private mutating func keepCheckpoint() {
        let last = checkpoints[checkpoints.count - 1].run.now
        guard run.now >= last + interval else { return }
        checkpoints.append(Checkpoint(run: run, commandCount: commandCount))
        while checkpointCount > Self.mostCheckpoints || checkpointBytes > Self.mostBytes,
            checkpointCount > 2
        {
            let kept = checkpoints.indices.filter { $0.isMultiple(of: 2) }
            checkpoints = kept.map { checkpoints[$0] }
            interval = interval * 2
        }
    }

    var checkpointCount: Int { checkpoints.count }

    /// What all of them take, about.
    var checkpointBytes: Int {
        zip(checkpoints, checkpoints.dropFirst())
            .reduce(0) { $0 + $1.1.run.estimatedBytes(besides: $1.0.run) }
    }
}
