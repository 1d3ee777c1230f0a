/// Why a message never arrived.
public enum DropReason: UInt8, Hashable, Sendable {
    /// Its link was blocked.
    case cut
    /// The network lost it.
    case lost
    /// Its destination was down, or crashed before it could take it.
    case down
}
