/// Which faults strike at random while clients work, and how often.
public struct Nemesis: Hashable, Sendable {
    /// A family of faults, by Maelstrom's names; the last three are ours.
    public enum Family: String, CaseIterable, Hashable, Sendable {
        /// The network is cut, then healed.
        case partition
        /// Nodes crash, then start anew with nothing.
        case kill
        /// Nodes stand still, then go on.
        case pause
        /// Half of what nodes send and are sent is lost, then none.
        case loss
        /// Half of what nodes send and are sent arrives twice, then none.
        case duplicate
        /// What nodes send and are sent takes half a second longer, then not.
        case clog
    }

    /// The families in force, in the order of `Family.allCases`; none at all when empty.
    public var families: [Family] = []
    /// The mean gap between start and stop; each gap is uniform in 0..<2*interval.
    public var interval = TimeSpan.seconds(10)

    /// No faults.
    public init() {}
}
