import Engine

/// What an action asks of the world outside the screen's state.
enum DashboardEffect: Hashable {
    case quit
    /// Lets the cluster go on for a step.
    case step(StepUnit)
    /// Changes the running cluster.
    case command(ClusterCommand)
    /// Changes it in several ways, one after the other.
    case commands([ClusterCommand])
    /// Carries out a line of the command line.
    case run(String)
    /// Starts over with this scenario.
    case restart(Scenario)
}
