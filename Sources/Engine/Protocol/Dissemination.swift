/// Where a node sends a value that is new to it.
public enum Dissemination: String, CaseIterable, Hashable, Sendable {
    /// To every neighbour but the one it came from.
    case flood

    /// Whether a value that came from `source` (nil: from a client) goes to `neighbor`.
    func sends(valueFrom source: NodeID?, to neighbor: NodeID) -> Bool {
        switch self {
        case .flood: neighbor != source
        }
    }
}
