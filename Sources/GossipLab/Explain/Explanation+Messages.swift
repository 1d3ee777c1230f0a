import Engine

/// What became of the messages that carried the value.
extension Explanation {
    private static let mostMishaps = 4

    var messagesText: String {
        let counts = journey.carriers
        guard counts.sentCount > 0 else { return "none carried it" }
        let exchanges =
            switch counts.exchangeCount {
            case 0: ""
            case counts.sentCount: ", all by random gossip"
            default: ", \(counts.exchangeCount) of them by random gossip"
            }
        let fates = [
            (counts.usefulCount, "useful"), (counts.redundantCount, "redundant"),
            (counts.cutCount, "cut"), (counts.lostCount, "lost"),
            (counts.downCount, "at nodes that were down"),
            (counts.underWayCount, "still under way"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let twice =
            counts.duplicateCount > 0 ? "; \(counts.duplicateCount) had a second copy" : ""
        return
            "\(counts.sentCount) carried it\(exchanges): \(fates.joined(separator: ", "))\(twice)"
    }

    /// The messages that would have brought the value to nodes that had to wait for another.
    var mishapFacts: [Fact] {
        let delaying = journey.mishaps.filter { mishap in
            journey.learnings.contains {
                $0.node == mishap.carrier.destination && $0.at >= mishap.at
            }
        }
        return [DropReason.cut, .lost, .down].compactMap { reason in
            let mishaps = delaying.filter { $0.reason == reason }
            guard !mishaps.isEmpty else { return nil }
            let list = mishaps.prefix(Self.mostMishaps).map(Self.text)
                .joined(separator: ", ")
            let more = mishaps.count > Self.mostMishaps ? " …" : ""
            let count = mishaps.count == 1 ? "1 message" : "\(mishaps.count) messages"
            return switch reason {
            case .cut: Fact("cut", "\(count) to nodes that got it later: \(list)\(more)")
            case .lost: Fact("lost", "\(count) to nodes that got it later: \(list)\(more)")
            case .down:
                Fact("down", "\(count) to nodes that were down and got it later: \(list)\(more)")
            }
        }
    }

    /// For instance `n3>n8 at 2.330 s`.
    private static func text(of mishap: ValueJourney.Mishap) -> String {
        let link = "\(mishap.carrier.source)>\(mishap.carrier.destination)"
        return "\(link) at \(mishap.at.text)".replacing(" ", with: Fact.tie)
    }

    /// What random gossip did besides what dissemination did; none where all came by it.
    var repairFacts: [Fact] {
        let repaired = journey.learnings.filter {
            $0.carrier.map { $0.kind != .dissemination } ?? false
        }
        guard scenario.broadcastProtocol.dissemination != .none, let first = repaired.first,
            let source = first.carrier?.source
        else { return [] }
        let by = "from \(source) at \(first.at.text)"
        let nodeCount = NodeSet(repaired.map(\.node)).count
        let text =
            switch (nodeCount, repaired.count) {
            case (1, 1): "\(first.node), \(by)"
            case (1, let count): "\(first.node) \(count) times, first \(by)"
            default: "\(nodeCount) nodes, first to \(first.node), \(by)"
            }
        return [Fact("repair", "random gossip brought it to \(text)")]
    }
}
