import Engine

/// Which nodes forgot the value, which lack it, and why.
extension Explanation {
    private static let mostForgettings = 2
    private static let mostAbsences = 4

    /// Who crashed and forgot the value, and how it came back.
    var forgettingFacts: [Fact] {
        let forgetting = journey.learnings.indices.filter {
            journey.learnings[$0].forgottenAt != nil
        }
        guard !forgetting.isEmpty else { return [] }
        var texts: [String]
        if forgetting.count <= Self.mostForgettings {
            texts = forgetting.map(forgettingText)
        } else {
            let nodes = NodeSet(forgetting.map { journey.learnings[$0].node })
            let back = nodes.count(where: journey.isHeld)
            texts = ["\(nodes.count) nodes forgot it when they crashed: \(NodeNames(Array(nodes)))"]
            if back > 0 { texts.append("\(back) of them have it again") }
        }
        if journey.heldCount == 0 {
            texts.append("nobody has it any more: every node that held it has crashed since")
        }
        return [Fact("forgotten", texts.joined(separator: "; "))]
    }

    private func forgettingText(at place: Int) -> String {
        let learning = journey.learnings[place]
        let crash = learning.forgottenAt.map { " when it crashed at \($0.text)" } ?? ""
        let unsent = learning.sentCount == 0 ? ", before it had sent it to anyone" : ""
        let again = journey.learnings[(place + 1)...].first { $0.node == learning.node }
        let back = again.map { next in
            ", and learned it again at \(next.at.text)"
                + (next.carrier.map { " from \($0.source)" } ?? "")
        }
        return "\(learning.node) forgot it\(crash)\(unsent)\(back ?? "")"
    }

    /// Who lacks the value, and for some of them why.
    var absenceFacts: [Fact] {
        let absences = journey.absences
        guard !absences.isEmpty else { return [] }
        let nodes = NodeNames(absences.map(\.node)).counted(of: journey.nodeCount)
        let when = isPartial ? "so far" : "in the end"
        let verb = absences.count == 1 ? "lacks" : "lack"
        let repair = scenario.broadcastProtocol.antiEntropy == nil ? ", and nothing repairs" : ""
        let head = Fact("missing", "\(nodes) \(verb) it \(when)\(repair)")
        if absences.count <= Self.mostAbsences && journey.heldCount > 0 {
            return [head] + absences.map { Fact("\($0.node)", text(of: $0)) }
        }
        // Where nobody has it, nobody could send it: only what was on its way tells anything.
        let isTelling = { (absence: ValueJourney.Absence) in !absence.mishaps.isEmpty }
        let telling = absences.filter(isTelling)
        let ranked = telling + (journey.heldCount > 0 ? absences.filter { !isTelling($0) } : [])
        let shown = ranked.prefix(Self.mostAbsences - 1)
        let rest = absences.filter { absence in !shown.contains { $0.node == absence.node } }
        return [head] + shown.map { Fact("\($0.node)", text(of: $0)) }
            + (rest.isEmpty ? [] : [Fact(shown.isEmpty ? "" : "others", text(of: rest))])
    }

    private func text(of absence: ValueJourney.Absence) -> String {
        let since = absence.forgottenAt == nil ? "" : " after its crash"
        if absence.underWayCount > 0 {
            return absence.underWayCount == 1
                ? "a message is on its way there"
                : "\(absence.underWayCount) are on their way there"
        }
        if absence.mishaps.isEmpty {
            return "nothing that carried it was sent there\(since)\(causeText(of: absence))"
        }
        let shown = absence.mishaps.prefix(3).map { mishap in
            let link = "\(mishap.carrier.source)>\(mishap.carrier.destination)"
            return "\(link) \(Self.participle(mishap.reason)) at \(mishap.at.text)"
        }
        let more = absence.mishaps.count - shown.count
        return "no message that carried it arrived\(since): \(shown.joined(separator: ", "))"
            + (more > 0 ? " and \(more) more" : "")
    }

    private static func participle(_ reason: DropReason) -> String {
        switch reason {
        case .cut: "cut"
        case .lost: "lost"
        case .down: "came while it was down"
        }
    }

    private func text(of rest: [ValueJourney.Absence]) -> String {
        let groups = [
            (
                rest.filter { $0.underWayCount == 0 && $0.mishaps.isEmpty },
                "nothing that carried it was sent there"
            ),
            (
                rest.filter { $0.underWayCount == 0 && !$0.mishaps.isEmpty },
                "no message that carried it arrived"
            ),
            (rest.filter { $0.underWayCount > 0 }, "messages are on their way there"),
        ].filter { !$0.0.isEmpty }
        return groups.map { absences, text in
            let nodes = absences.map(\.node)
            let count = nodes.count > 4 ? "\(nodes.count) nodes, " : ""
            return "\(count)\(NodeNames(nodes, limit: 4)): \(text)"
        }.joined(separator: "; ")
    }

    // MARK: Why nothing was sent

    /// Why no neighbour sent a node the value; empty where the trace and the topology do not tell.
    private func causeText(of absence: ValueJourney.Absence) -> String {
        guard scenario.broadcastProtocol.dissemination == .flood else { return "" }
        if absence.forgottenAt != nil { return ": a flood does not come by twice" }
        let neighbors = nodesWithLink(to: absence.node)
        let learnings = journey.learnings.filter { neighbors.contains($0.node) }
        if learnings.isEmpty {
            let names = NodeNames(Array(neighbors))
            return ": \(names), which \(neighbors.count == 1 ? "has" : "have") a link to it, "
                + "never had it"
        }
        let crashed = learnings.filter { $0.sentCount == 0 && $0.forgottenAt != nil }
        guard crashed.count == learnings.count, let first = crashed.first else { return "" }
        return ": \(first.node) crashed before it had sent it to anyone"
    }

    private func nodesWithLink(to node: NodeID) -> NodeSet {
        let neighbors = scenario.topology.neighbors(nodeCount: scenario.nodeCount)
        return NodeSet(
            neighbors.indices.lazy.filter { $0 != node.index && neighbors[$0].contains(node) }
                .map(NodeID.init))
    }
}
