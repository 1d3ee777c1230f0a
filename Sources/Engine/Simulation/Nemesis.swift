/// Which faults strike while clients work, and how often.
public struct Nemesis: Hashable, Sendable {
    /// A family of faults, by Maelstrom's names.
    public enum Fault: String, CaseIterable, Hashable, Sendable {
        /// The network is cut, then healed, in turn.
        case partition
    }

    /// The families in force, in the order of `Fault.allCases`; none at all when empty.
    public var faults: [Fault] = []
    /// The mean gap between start and stop; each gap is uniform in 0..<2*interval.
    public var interval = TimeSpan.seconds(10)

    /// No faults.
    public init() {}
}
