/// How far a run has come.
public enum RunPhase: String, Hashable, Sendable {
    /// Clients work, faults strike.
    case operating
    /// Clients are quiet, the network is whole, values still spread.
    case recovering
    /// The final reads are done.
    case finished
}
