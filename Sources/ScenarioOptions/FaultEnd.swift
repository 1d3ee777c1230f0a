import Engine

/// What undoes faults that say no end themselves: those of one place, or all of a kind.
enum FaultEnd: Hashable {
    /// Undoes what the network suffers on exactly these links; nil for all of it, partitions too.
    case heal(LinkGroup?)
    /// Undoes the kills that have exactly this target; nil for all kills.
    case restart(NodeTarget?)
    /// Undoes the pauses that have exactly this target; nil for all pauses.
    case resume(NodeTarget?)

    /// The narrowest end of `fault`.
    init(of fault: Fault) {
        switch fault {
        case .partition: self = .heal(nil)
        case .cut(let links), .loss(let links, _), .duplication(let links, _), .clog(let links, _):
            self = .heal(links)
        case .kill(let target): self = .restart(target)
        case .pause(let target): self = .resume(target)
        }
    }

    /// Whether `fault` is one of those that this undoes.
    func undoes(_ fault: Fault) -> Bool {
        switch (self, FaultEnd(of: fault)) {
        case (.heal(let links?), .heal(let others?)): links.isSame(as: others)
        case (.heal(let links), .heal): links == nil
        case (.restart(let target), .restart(let other)): target == nil || target == other
        case (.resume(let target), .resume(let other)): target == nil || target == other
        default: false
        }
    }

    /// The same end without a place: all that the verb can undo.
    var everywhere: FaultEnd {
        switch self {
        case .heal: .heal(nil)
        case .restart: .restart(nil)
        case .resume: .resume(nil)
        }
    }

    /// The verbs of the faults that `everywhere` undoes.
    var faultVerbs: String {
        switch self {
        case .heal: "cut, partition, loss, duplicate or clog"
        case .restart: "kill"
        case .resume: "pause"
        }
    }
}

extension FaultEnd: CustomStringConvertible {
    /// The end as people write it, without its time: `heal n3|*`, `restart`.
    var description: String {
        switch self {
        case .heal(let links): "heal" + (links.map { " \($0)" } ?? "")
        case .restart(let target): "restart" + (target.map { " \($0)" } ?? "")
        case .resume(let target): "resume" + (target.map { " \($0)" } ?? "")
        }
    }
}
