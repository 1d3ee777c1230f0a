/// Directed links between different nodes: from each node of one group to each of another.
public struct LinkGroup: Hashable, Sendable {
    /// Where the links begin.
    public let sources: NodeGroup
    /// Where they end.
    public let destinations: NodeGroup
    /// Whether the links the other way belong to the group too.
    public let isMutual: Bool

    /// The links from `sources` to `destinations`, and back if `isMutual`.
    public init(from sources: NodeGroup, to destinations: NodeGroup, isMutual: Bool) {
        self.sources = sources
        self.destinations = destinations
        self.isMutual = isMutual
    }

    /// Whether the link from `source` to `destination` is one of them; a node's link to itself
    /// never is.
    public func contains(from source: NodeID, to destination: NodeID) -> Bool {
        guard source != destination else { return false }
        if sources.contains(source) && destinations.contains(destination) { return true }
        return isMutual && sources.contains(destination) && destinations.contains(source)
    }

    /// Whether `other` is written for the same links, perhaps the other way round.
    public func isSame(as other: LinkGroup) -> Bool {
        self == other
            || isMutual && other == LinkGroup(from: destinations, to: sources, isMutual: true)
    }
}

extension LinkGroup: CustomStringConvertible {
    /// The links as people write them: `n3|*` both ways, `n0-n4>n7` one way.
    public var description: String { "\(sources)\(isMutual ? "|" : ">")\(destinations)" }
}
