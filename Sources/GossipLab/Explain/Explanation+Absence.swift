import Engine

/// Which nodes forgot the value, which lack it, and why.
extension Explanation {
    private static let mostForgettings = 2
    private static let mostReasons = 4

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

    /// Who lacks the value and why.
    var absenceFacts: [Fact] {
        let absences = journey.absences
        guard !absences.isEmpty else { return [] }
        let nodes = NodeNames(absences.map(\.node)).counted(of: journey.nodeCount)
        let when = isPartial ? "so far" : "in the end"
        let verb = absences.count == 1 ? "lacks" : "lack"
        let repair = scenario.broadcastProtocol.antiEntropy == nil ? ", and nothing repairs" : ""
        return [Fact("missing", "\(nodes) \(verb) it \(when)\(repair)")]
            + reasonFacts(for: absences)
    }

    /// A line for each reason, with the nodes that share it; of many reasons only the most telling
    /// are told in full.
    private func reasonFacts(for absences: [ValueJourney.Absence]) -> [Fact] {
        let causes = AbsenceCauses(scenario: scenario, journey: journey)
        let groups = Self.groups(of: absences) { reason(for: $0, causes) }
        guard groups.count > Self.mostReasons else { return Self.facts(of: groups) }
        let isTelling = { (group: ReasonGroup) in !group.absences[0].mishaps.isEmpty }
        let ranked = groups.filter(isTelling) + groups.filter { !isTelling($0) }
        let told = Set(ranked.prefix(Self.mostReasons - 1).map(\.reason))
        let shown = Self.groups(of: ranked.flatMap(\.absences)) { absence in
            let reason = reason(for: absence, causes)
            return told.contains(reason) ? reason : briefReason(for: absence)
        }
        return Self.facts(of: shown)
    }

    private typealias ReasonGroup = (reason: String, absences: [ValueJourney.Absence])

    /// The absences by their reasons, in the order in which these come up.
    private static func groups(
        of absences: [ValueJourney.Absence], by reason: (ValueJourney.Absence) -> String
    ) -> [ReasonGroup] {
        var places: [String: Int] = [:]
        return absences.reduce(into: []) { groups, absence in
            let reason = reason(absence)
            if let place = places[reason] {
                groups[place].absences.append(absence)
            } else {
                places[reason] = groups.count
                groups.append((reason, [absence]))
            }
        }
    }

    private static func facts(of groups: [ReasonGroup]) -> [Fact] {
        groups.map { reason, absences in
            let nodes = absences.map(\.node).sorted()
            if nodes.count == 1 { return Fact("\(nodes[0])", reason) }
            if groups.count == 1 { return Fact("each", reason) }
            return Fact("\(nodes.count) nodes", "\(NodeNames(nodes, limit: 4)): \(reason)")
        }
    }

    private func reason(for absence: ValueJourney.Absence, _ causes: AbsenceCauses) -> String {
        let brief = briefReason(for: absence)
        if absence.underWayCount > 0 { return brief }
        if absence.mishaps.isEmpty {
            return [brief, causes.cause(of: absence)].compactMap(\.self).joined(separator: "; ")
        }
        let shown = absence.mishaps.prefix(3).map { mishap in
            let link = "\(mishap.carrier.source)>\(mishap.carrier.destination)"
            return "\(link) \(Self.participle(mishap.reason)) at \(mishap.at.text)"
        }
        let more = absence.mishaps.count - shown.count
        return "\(brief): \(shown.joined(separator: ", "))" + (more > 0 ? " and \(more) more" : "")
    }

    /// The reason without what only holds for the one node.
    private func briefReason(for absence: ValueJourney.Absence) -> String {
        if absence.underWayCount > 0 { return "a message with it is on its way there" }
        return (absence.forgottenAt == nil ? "" : "forgot it in a crash, after which ")
            + (absence.mishaps.isEmpty
                ? "nothing that carried it was sent there" : "no message that carried it arrived")
    }

    private static func participle(_ reason: DropReason) -> String {
        switch reason {
        case .cut: "cut"
        case .lost: "lost"
        case .down: "came while it was down"
        }
    }
}
