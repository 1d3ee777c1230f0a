import Engine

/// What an action asks of the world outside the screen's state.
enum DashboardEffect: Hashable {
    case quit
    /// Lets the cluster go on for a step.
    case step(StepUnit)
    /// Takes back the latest step.
    case stepBack(StepUnit)
    /// Looks at another moment of what has been seen.
    case seek(Instant)
    /// Forgets the future that was done away with.
    case dismissGhost
    /// Changes the running cluster.
    case command(ClusterCommand)
    /// Changes it in several ways, one after the other.
    case commands([ClusterCommand])
    /// Carries out a line of the command line.
    case run(String)
    /// Writes what there is into the file of this name, or all of it into files of its own choice.
    case export(String?)
    /// Starts over with this scenario.
    case restart(Scenario)
    /// Starts over with both scenarios, side by side.
    case race(Scenario, Scenario)
    /// Starts the scenes of the lesson's chapter.
    case chapter
    /// Lets time pass as fast as the machine can.
    case goOn(Goal)
    /// Goes on with the first cluster of the race alone.
    case endRace
}
