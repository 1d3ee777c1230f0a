/// Where a node sends a value that is new to it.
public enum Dissemination: Hashable, Sendable {
    /// Nowhere: values spread by anti-entropy alone.
    case none
    /// To every neighbour but the one it came from.
    case flood
    /// Once to `fanout` different random other nodes, neighbours or not, and never again: rumour
    /// mongering at its simplest. With batches, each batch goes to nodes of its own.
    ///
    /// `fanout` is 1 or more; in a cluster with fewer other nodes the value goes to each of them.
    case infectAndDie(fanout: Int)

    /// The strategy's name, without its fan-out.
    public var name: String {
        switch self {
        case .none: "none"
        case .flood: "flood"
        case .infectAndDie: "infect-and-die"
        }
    }
}
