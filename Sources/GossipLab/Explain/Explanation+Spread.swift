import Engine

/// How the value came into the cluster, and who learned it at which hop.
extension Explanation {
    private static let mostHopLines = 8

    /// When the client came and when its node accepted the value, and why not at once.
    func text(of broadcast: ValueJourney.Broadcast) -> String {
        let asked = "broadcast at \(broadcast.node) at \(broadcast.invokedAt.text)"
        let gaveUp = broadcast.gaveUpAt.map { "the client gave up at \($0.text)" }
        guard let accepted = journey.learnings.first else {
            let outages = outagesText(
                of: broadcast.node, from: broadcast.invokedAt,
                to: broadcast.gaveUpAt ?? journey.now)
            return ["\(asked), but never accepted", outages, gaveUp].compactMap { $0 }
                .joined(separator: "; ")
        }
        let wait = accepted.at - broadcast.invokedAt
        if wait == .zero { return "\(asked) and accepted at once" }
        let reason =
            endOfPause(of: broadcast.node, at: accepted.at)
            ?? accepted.behind.map {
                "the request waited in \(broadcast.node)'s queue \(Self.text(of: $0))"
            }
        return [
            "\(asked), accepted \(wait.brief) later, at \(accepted.at.text)", reason, gaveUp,
        ].compactMap { $0 }.joined(separator: "; ")
    }

    /// One line per hop: who first learned the value there, and how long after it was accepted.
    /// Many hops share the lines.
    var hopFacts: [Fact] {
        let learnings = firstLearnings.filter { $0.hop > 0 }
        guard let last = learnings.map(\.hop).max() else { return [] }
        let step = last <= Self.mostHopLines ? 1 : (last + 5) / 6
        return stride(from: 1, through: last, by: step).compactMap { hop in
            let end = min(hop + step - 1, last)
            let group = learnings.filter { (hop...end).contains($0.hop) }
            guard !group.isEmpty else { return nil }
            let name = hop == end ? "hop \(hop)" : "hops \(hop)-\(end)"
            return Fact(name, text(of: group, naming: hop == end ? 8 : 4))
        }
    }

    private func text(of group: [ValueJourney.Learning], naming limit: Int) -> String {
        let nodes = group.map(\.node).sorted()
        let accepted = journey.acceptedAt ?? .zero
        let times = group.map { $0.at - accepted }
        let span = (times.min() ?? .zero).brief(to: times.max() ?? .zero)
        let count = nodes.count == 1 ? "1 node" : "\(nodes.count) nodes"
        return "\(count) after \(span): \(NodeNames(nodes, limit: limit))"
    }

    /// The learning by which each node first had the value, in order.
    private var firstLearnings: [ValueJourney.Learning] {
        var nodes = NodeSet()
        return journey.learnings.filter { learning in
            defer { nodes.insert(learning.node) }
            return !nodes.contains(learning.node)
        }
    }

    // MARK: Nodes that did not run

    /// When `node` was paused or down between two instants; nil if it was not.
    func outagesText(of node: NodeID, from start: Instant, to end: Instant) -> String? {
        let texts = journey.outages.outages(of: node, from: start, to: end).map { outage in
            "\(outage.state == .paused ? "paused" : "down") from \(outage.start.text)"
                + (outage.end.map { " to \($0.text)" } ?? " on")
        }
        return texts.isEmpty ? nil : "\(node) was \(texts.joined(separator: ", then "))"
    }

    /// That `node` was paused until `instant`; nil if it was not.
    func endOfPause(of node: NodeID, at instant: Instant) -> String? {
        let pause = journey.outages.outages(of: node, from: instant, to: instant)
            .first { $0.state == .paused && $0.end == instant && $0.start < instant }
        return pause.map { "\(node) was paused from \($0.start.text) until then" }
    }
}
