import Engine

/// All that the screen depends on: what the user chose, and the cluster as last seen.
struct DashboardState: Hashable {
    /// What keys act upon.
    enum Mode: Hashable {
        case watching
        case help
        case partitionMenu
        case menu
        case commandLine
    }

    /// Whether time passes.
    enum Playback: Hashable {
        case playing
        case paused
        /// As fast as the machine can, to where a step or a seek leads.
        case heading(Goal)
    }

    var snapshot: ClusterSnapshot
    var closeUp = CloseUp()
    /// How far the lesson has come; nil outside of it.
    var lesson: LessonProgress?
    /// How fast chapters run; nil leaves that to each.
    var lessonSpeed: Speed?
    /// The second cluster while there is a race.
    var race: Rivalry?
    /// What there is of the run besides the moment on the screen.
    var timeLine = TimeLine()
    var mode = Mode.watching
    var playback = Playback.playing
    var commandLine = CommandLine()
    /// Which key does what.
    var keys = KeyTable.standard
    /// What is searched for in the help; nil while nothing is.
    var helpSearch: String?
    /// The line of the menu that keys act upon.
    var parameter = Parameter.topology
    /// How many lines of the help have been scrolled away.
    var helpOffset = 0
    var detail = Detail.inFlight
    var arrangement = Arrangement.everything
    /// How far a step goes.
    var stepUnit = StepUnit.event
    var logFilter = LogFilter()
    /// How many events there were when the log was scrolled back, for it then stands still; nil
    /// while it follows what happens.
    var logEnd: Int?
    /// How many of the newest events before that the log leaves out.
    var logOffset = 0
    /// One more than the newest value that the pane of values shows; nil for the newest there is.
    var valuesEnd: Int?
    /// The value whose way is shown; nil for none.
    var selectedValue: ValueID?
    /// Whether clicks come here, and not to the terminal, which lets one copy text with them.
    var usesMouse = true
    /// The node that the button of the mouse went down on; nil while it is up.
    var draggedNode: NodeID?
    /// How it went down in the cluster's picture; nil while it is up.
    var dragStart: Mouse?
    /// Nodes on their way to the places of a new topology; nil while they stand.
    var morph: Morph?
    var latencyScale = LatencyScale.linear
    /// What theory says of the present run; nil where it says nothing.
    var prediction: Prediction?
    /// Where this run and those before stand between latency and messages.
    var trail = RunTrail()
    /// The value that the caption tells of; nil for none.
    var captionValue: ValueID?
    /// What the machine makes of `speed`, as a multiple of the wall clock's pace; nil while it
    /// holds.
    var heldSpeed: Double?
    /// How fast time passes while playing.
    var speed: Speed
    /// The node that `b`, `x` and `z` act upon.
    var selectedNode: NodeID
    var glyphs: GlyphSet
    var theme = Theme.terminal
    /// Whether the terminal has colours.
    var hasColor = true
    /// The theme that is shown.
    var shownTheme: Theme { hasColor ? theme : .monochrome }
    /// Whether the terminal shows more than ASCII.
    var hasUnicode: Bool
    var columns: Int
    var rows: Int
    /// Whether batches went out even when nothing was new before the user switched them off.
    var sendsEmptyBatches = false
    /// The answer to the last key, shown for a moment; nil for none.
    var notice: String?

    /// Forgets what only the run before this one had, now that another begins with so many nodes.
    mutating func startOver(nodeCount: Int) {
        selectedNode = NodeID(min(selectedNode.index, nodeCount - 1))
        (draggedNode, dragStart) = (nil, nil)
        (valuesEnd, selectedValue, captionValue) = (nil, nil, nil)
        (logOffset, logEnd) = (0, nil)
        if let node = logFilter.node, node.index >= nodeCount { logFilter.node = nil }
        morph = nil
        if detail == .value { detail = .inFlight }
        (race, lesson) = (nil, nil)
        playback = .playing
    }

    /// The screen at the start of a session, `columns` x `rows` cells large.
    init(
        snapshot: ClusterSnapshot, speed: Speed = .opening, glyphs: GlyphSet = .braille,
        columns: Int, rows: Int
    ) {
        self.snapshot = snapshot
        self.speed = speed
        self.glyphs = glyphs
        hasUnicode = glyphs != .ascii
        self.columns = columns
        self.rows = rows
        // The middle of the list, which is the middle of a square grid.
        selectedNode = NodeID(snapshot.scenario.nodeCount / 2)
    }
}
