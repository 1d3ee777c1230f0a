import Engine

/// Which events the log shows.
struct LogFilter: Hashable {
    /// Of which kinds; in the order of `Journal.Kind.allCases`.
    var kinds = Journal.Kind.allCases
    /// Those that concern this node; nil for all.
    var node: NodeID?

    /// The filters that a key goes through: everything, then one kind at a time.
    static let ladder: [LogFilter] =
        [LogFilter()] + Journal.Kind.allCases.map { LogFilter(kinds: [$0]) }

    /// The filter in words: `all`, `faults n3`.
    var words: String {
        let kinds = kinds == Journal.Kind.allCases ? ["all"] : kinds.map(\.word)
        return (kinds + (node.map { ["\($0)"] } ?? [])).joined(separator: " ")
    }
}

extension Journal.Kind {
    /// What the kind is called in the command line and in the title of the log.
    var word: String {
        switch self {
        case .faults: "faults"
        case .changes: "changes"
        case .operations: "operations"
        case .learnings: "values"
        case .messages: "messages"
        case .losses: "losses"
        }
    }
}
