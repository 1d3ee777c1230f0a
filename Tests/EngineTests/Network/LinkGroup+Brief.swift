import Engine

extension NodeGroup {
    /// The nodes with these numbers.
    static func some(_ numbers: Int...) -> NodeGroup {
        .nodes(NodeSet(numbers.map(NodeID.init)))
    }
}

extension LinkGroup {
    /// One way only.
    static func way(_ sources: NodeGroup, _ destinations: NodeGroup) -> LinkGroup {
        LinkGroup(from: sources, to: destinations, isMutual: false)
    }

    /// Both ways.
    static func mutual(_ sources: NodeGroup, _ destinations: NodeGroup) -> LinkGroup {
        LinkGroup(from: sources, to: destinations, isMutual: true)
    }
}
