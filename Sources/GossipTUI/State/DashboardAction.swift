import Engine

/// What a key asks for, whatever key it is.
enum DashboardAction: Hashable {
    case quit
    case toggleHelp
    /// Closes what is open.
    case close
    case togglePause
    case step
    case faster
    case slower
    case nextTopology
    case previousTopology
    case cycleBatchInterval
    case openPartitionMenu
    case partition(PartitionKind)
    case heal
    case broadcast
    case select(Direction)
    case restart
    case newSeed

    /// Where the selection moves on the screen.
    enum Direction: Hashable {
        case up
        case down
        case left
        case right
    }
}
