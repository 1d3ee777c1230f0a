/// Whether a node works.
public enum NodeState: UInt8, Hashable, Sendable {
    /// It takes what arrives and its timers fire.
    case running
    /// It stands still; what arrives waits for it.
    case paused
    /// It crashed, and holds nothing; what arrives is gone.
    case down
}
