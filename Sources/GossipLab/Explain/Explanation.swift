import Engine

/// How one value of a run travelled, for a person: one fact a line, what came of it last.
struct Explanation {
    let scenario: Scenario
    let journey: ValueJourney

    /// Whether the run was ended before its time: what is missing may just not have arrived yet.
    var isPartial: Bool { journey.phase != .finished }

    /// Whether the whole run has no such value.
    var isOfNoValue: Bool { journey.broadcast == nil && !isPartial }

    /// What is wrong with a value that no client broadcast, and which would be right.
    var unknownValueText: String {
        let count = journey.valueCount
        let values =
            switch count {
            case 0: "they broadcast none at all"
            case 1: "the only value is 0"
            default: "the values are 0 to \(count - 1)"
            }
        return "no client of this run broadcast value \(journey.value): \(values)."
    }

    /// The explanation, 80 columns wide.
    var text: String { facts.flatMap { $0.lines() }.joined(separator: "\n") }

    private var facts: [Fact] {
        var facts = [Fact("scenario", scenario.summary)]
        if let broadcast = journey.broadcast {
            facts.append(Fact("value \(journey.value)", text(of: broadcast)))
            if journey.acceptedAt != nil {
                facts += hopFacts + pathFacts + [Fact("messages", messagesText)]
                facts += mishapFacts + repairFacts + forgettingFacts + absenceFacts
                facts.append(Fact("propagation", propagationText))
            }
            facts.append(readsFact)
        }
        if isPartial { facts.append(Fact("PARTIAL", partialText)) }
        return facts
    }

    private var partialText: String {
        let end = "ended after \(journey.now.sinceStart.inSeconds.fixed(3)) simulated seconds"
        return journey.broadcast == nil
            ? "\(end), before any client broadcast value \(journey.value)"
            : "\(end): what is missing may have been on its way"
    }
}
