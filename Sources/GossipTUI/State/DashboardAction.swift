import Engine

/// What a key asks for, whatever key it is.
enum DashboardAction: Hashable {
    case quit
    case toggleHelp
    /// Scrolls the help by so many lines, down if positive.
    case scrollHelp(Int)
    /// Closes what is open.
    case close
    case togglePause
    case step
    case stepBack
    /// Looks at a moment so much later in what has been seen, or earlier.
    case seek(TimeSpan)
    /// Goes to the end of what has been seen.
    case goLive
    case faster
    case slower
    case nextTopology
    case previousTopology
    case cycleBatchInterval
    case openPartitionMenu
    case openMenu
    /// Chooses another line of the menu, so many further down.
    case chooseParameter(Int)
    /// Gives the chosen parameter the next value (1), or the one before (-1).
    case changeParameter(Int)
    /// Opens the command line for the chosen parameter.
    case typeParameter
    /// Begins a search in the help.
    case searchHelp
    /// Changes what is searched for.
    case editSearch(String?)
    case partition(PartitionKind)
    case heal
    case broadcast
    /// Kills the selected node, or starts it anew if it is down.
    case killOrRestart
    /// Pauses the selected node, or lets it go on if it is paused.
    case pauseOrResume
    /// A click: selects the node there, or cuts the link to the node that the button went down on.
    case point(Mouse)
    case toggleMouse
    case nextTheme
    case nextGlyphs
    /// The other scale of the latency's axis.
    case nextLatencyScale
    /// Shows the next tab of details, or the one before.
    case nextDetail
    case previousDetail
    case show(Detail)
    /// Gives the screen to these panes.
    case arrange(Arrangement)
    /// Gives the screen to these panes, or back to all.
    case toggle(Arrangement)
    /// Scrolls what is open by so many lines, down if positive.
    case scroll(Int)
    /// The next unit of steps.
    case nextStepUnit
    /// The next filter of the log.
    case nextLogFilter
    /// Selects the newest value, or none if one is selected.
    case toggleValue
    /// Follows the value that took longest, or waits for longer.
    case slowestValue
    /// Selects the value before the selected one.
    case olderValue
    /// Selects the value after it.
    case newerValue
    case openCommandLine
    case edit(CommandLine.Edit)
    case select(Direction)
    /// Writes the screen, the session and its figures into files.
    case export
    case again
    case newSeed
    /// Asks for a rival, or ends the race.
    case race
    /// Opens the lesson, or leaves it.
    case lesson
    /// Answers the chapter's question by the choice in this place.
    case answer(Int)
    /// Shows the answer, or goes to the next chapter.
    case lessonForward
    /// Goes to the chapter before.
    case lessonBack
    /// Starts the chapter anew.
    case replayChapter

    /// Where the selection moves on the screen.
    enum Direction: Hashable {
        case up
        case down
        case left
        case right
    }
}
