import ArgumentParser
import Engine

/// What a cluster and its clients leave room for: faults at nodes that are there, while clients
/// work.
struct FaultBounds {
    /// How many nodes the cluster has; 1 or more.
    let nodeCount: Int
    /// When clients stop; nil for never.
    let timeLimit: TimeSpan?

    /// Throws a `ValidationError` if `statement` is about what is not there.
    func check(_ statement: FaultStatement) throws {
        do {
            switch statement.meaning {
            case .fault(let fault):
                try check(fault.fault)
                try check(fault.start, "begins", remedy: "begin before")
                if let end = fault.end, end != timeLimit {
                    try check(end, "ends", remedy: "leave out its end")
                }
            case .end(_, let time):
                if time != timeLimit { try check(time, "comes", remedy: "leave it out") }
            }
        } catch {
            throw ValidationError("\(statement.option) \(error)")
        }
    }

    /// What is wrong with a statement, as the end of a sentence that begins with it.
    private struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) {
            self.description = description
        }
    }

    private func check(_ time: TimeSpan, _ verb: String, remedy: String) throws(Failure) {
        guard let timeLimit, time >= timeLimit else { return }
        throw Failure(
            "\(verb) when clients have stopped, at \(timeLimit), which undoes all faults: "
                + "\(remedy), or raise '--time-limit'.")
    }

    private func check(_ fault: Fault) throws(Failure) {
        switch fault {
        case .partition(let kind):
            try check(fewest: kind.smallestNodeCount, "cuts nothing")
            guard nodeCount <= kind.largestNodeCount else {
                throw Failure(
                    "is too much for \(nodeCount) nodes: '--node-count' is at most "
                        + "\(kind.largestNodeCount) for \(kind.rawValue).")
            }
        case .cut(let links), .loss(let links, _), .duplication(let links, _), .clog(let links, _):
            try check(links.sources)
            try check(links.destinations)
            try checkThatThereAreLinks(links)
        case .kill(let target), .pause(let target):
            if case .nodes(let group) = target { try check(group) }
            try check(fewest: target.smallestNodeCount, "strikes nobody")
        }
    }

    private func check(_ group: NodeGroup) throws(Failure) {
        guard case .nodes(let nodes) = group,
            let missing = nodes.first(where: { $0.index >= nodeCount })
        else { return }
        let last = nodeCount == 1 ? "the only node is n0" : "nodes are n0 to n\(nodeCount - 1)"
        throw Failure(
            "names \(missing), which is not there: with '--node-count \(nodeCount)' \(last).")
    }

    private func checkThatThereAreLinks(_ links: LinkGroup) throws(Failure) {
        guard nodeCount > 1 else {
            throw Failure("needs links, and one node has none: raise '--node-count'.")
        }
        if case .nodes(let nodes) = links.sources, nodes.count == 1,
            links.sources == links.destinations
        {
            throw Failure(
                "names no link between two nodes: say '\(links.sources)|*' for "
                    + "those between \(links.sources) and the others.")
        }
    }

    private func check(fewest: Int, _ what: String) throws(Failure) {
        guard nodeCount >= fewest else {
            throw Failure(
                "\(what) in a cluster of \(nodeCount): '--node-count' must be \(fewest) or more.")
        }
    }
}

extension PartitionKind {
    /// The smallest cluster in which a partition of this kind blocks a link.
    fileprivate var smallestNodeCount: Int {
        switch self {
        case .one, .majority: 2
        case .majoritiesRing: 3
        case .minorityThird: 4
        }
    }
}

extension NodeTarget {
    /// The smallest cluster in which this target is a node at least.
    fileprivate var smallestNodeCount: Int {
        switch self {
        case .nodes, .subset, .one, .majority: 1
        case .minority: 2
        case .minorityThird: 4
        }
    }
}
