import Engine

/// What came of the value: the truth, and what Maelstrom makes of it.
extension Explanation {
    var propagationText: String {
        guard let completion = journey.completion, let propagation = journey.propagation else {
            return isPartial
                ? "not at every node yet" : "never at every node: some live node always lacked it"
        }
        let down = Array(completion.downNodes)
        guard completion.learning != nil else {
            let crashed = NodeNames(Array(completion.crashed))
            return
                "\(propagation.brief) until every live node had it: those that lacked it crashed "
                + "at \(completion.at.text), with \(crashed)"
        }
        let others = down.isEmpty ? "every node" : "every live node"
        let absent = down.isEmpty ? "" : "; down then: \(NodeNames(down))"
        return "\(propagation.brief) from accepting it until \(others) had it, at "
            + "\(completion.at.text)\(absent)"
    }

    /// What Maelstrom's checker says, and by which reads.
    var readsFact: Fact {
        switch journey.reads.verdict {
        case .stable(let latency): Fact("stable", stableText(latency))
        case .lost: Fact("LOST", lostText)
        case .neverRead: Fact("unread", unreadText)
        }
    }

    private func stableText(_ latency: TimeSpan) -> String {
        let absent = journey.reads.lastAbsent
        let reads: String
        if let absent, latency > .zero {
            reads =
                "the last read without it was asked at \(absent.invokedAt.text), of "
                + reasonText(for: absent)
        } else {
            reads = "no read asked after that lacked it"
        }
        let estimate = "\(latency.microseconds / 1_000)\(Fact.tie)ms: \(knownText); \(reads)"
        let end = latency > .zero ? absent?.invokedAt : journey.reads.known?.at
        return "\(estimate)\(differenceText(latency, upTo: end ?? .zero))\(mildnessText)"
    }

    /// By how much the estimate, which ends at `end`, is below the truth; empty if it is not.
    private func differenceText(_ latency: TimeSpan, upTo end: Instant) -> String {
        guard let propagation = journey.propagation, let completion = journey.completion,
            let accepted = journey.acceptedAt, let known = journey.reads.known,
            propagation > latency
        else { return "" }
        let unknown = known.at - accepted
        let reasons = [
            unknown > .zero ? "it was known only \(unknown.brief) after it was accepted" : nil,
            end < completion.at ? "no later read was answered by a node without it" : nil,
        ].compactMap { $0 }
        let less = "That is \((propagation - latency).brief) less than the truth"
        return ". \(less), for \(reasons.joined(separator: ", and "))"
    }

    /// Why Maelstrom does not call the value lost although some node lacks it in the end; empty
    /// where none does.
    private var mildnessText: String {
        guard !isPartial, journey.heldCount < journey.nodeCount,
            let present = journey.reads.lastPresent
        else { return "" }
        return ". Maelstrom does not call it lost, for a read asked after that, of "
            + "\(present.node), showed it"
    }

    private var lostText: String {
        let absent = journey.reads.lastAbsent.map {
            "asked at \($0.invokedAt.text), of \(reasonText(for: $0))"
        }
        guard let present = journey.reads.lastPresent else {
            return "\(knownText); no read ever showed it, not even the last, \(absent ?? "")"
        }
        return "\(knownText); the last read that showed it was asked at "
            + "\(present.invokedAt.text), of \(present.node); a later one lacked it, "
            + (absent ?? "")
    }

    private var unreadText: String {
        journey.reads.known == nil
            ? "nobody knows of it: no client was told that it was accepted, and no read showed it"
            : "\(knownText), but no read asked after that was answered"
    }

    private var knownText: String {
        guard let known = journey.reads.known else { return "not known" }
        let how =
            known.reader.map { "when a read of \($0) showed it" }
            ?? "when \(journey.broadcast.map { "\($0.node)" } ?? "its node") acknowledged it"
        return "known at \(known.at.text), \(how)"
    }

    /// The node that a read came to, and why it lacked the value when it answered.
    private func reasonText(for read: ValueReads.Read) -> String {
        let learnings = journey.learnings.filter { $0.node == read.node }
        if let next = learnings.first(where: { $0.at >= read.completedAt }) {
            let source = next.carrier.map { " from \($0.source)" } ?? ""
            let kind = next.carrier.map { $0.kind != .dissemination } ?? false
            return "\(read.node), which learned it at \(next.at.text)\(source)"
                + (kind ? " by random gossip" : ", hop \(next.hop)")
        }
        if let forgottenAt = learnings.last?.forgottenAt {
            return "\(read.node), which had forgotten it in its crash at \(forgottenAt.text)"
        }
        return "\(read.node), which never had it\(isPartial ? " so far" : "")"
    }
}
