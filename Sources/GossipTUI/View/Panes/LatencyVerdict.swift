import Engine

/// Whether stable latencies keep the limits of a part of the challenge, and which one they break.
struct LatencyVerdict {
    let limits: ChallengeLimits
    /// The run that they are about; of its latencies, Maelstrom's estimates.
    let snapshot: ClusterSnapshot

    /// Whether the limits are meant for such a run at all.
    private var isMeant: Bool { ChallengeLimits.areMeant(for: snapshot.scenario) }

    private var stable: LatencyHistogram { snapshot.figures.stable }

    var standing: Standing {
        guard isMeant, stable.count > 0 || overdue != nil else { return .unmeasured }
        return excess == nil ? .kept : .broken
    }

    /// The first limit that is broken, and by what.
    private var excess: String? { overdue ?? medianExcess ?? maximumExcess }

    /// The stable latency is less than the true one, by about the time between two reads of a node at
    /// most.
    private static let doubt = TimeSpan.seconds(1)

    /// A value that has waited for so long that its stable latency is too long too, whatever the
    /// others did.
    private var overdue: String? {
        guard let age = snapshot.figures.oldestIncompleteAge, age >= limits.maximum + Self.doubt
        else {
            return nil
        }
        if snapshot.phase == .finished { return "one never came everywhere" }
        return Self.excess("one still waits", of: age, over: limits.maximum)
    }

    /// `part 1 latency ✗ median 476 > 400`, `part 1 latency ✓`; a part is about messages too.
    var text: StyledText {
        var text = .label("\(limits.name) latency ") + StyledText(standing.glyph, standing.style)
        if standing == .broken, let excess { text += StyledText(" \(excess)", .fail) }
        return text
    }

    /// `part 1 ✗`.
    var brief: StyledText {
        .label("\(limits.name) ") + StyledText(standing.glyph, standing.style)
    }

    private var medianExcess: String? {
        Self.excess("median", of: stable.quantile(0.5), over: limits.median)
    }

    private var maximumExcess: String? {
        Self.excess("max", of: stable.maximum, over: limits.maximum)
    }

    private static func excess(_ name: String, of latency: TimeSpan?, over limit: TimeSpan)
        -> String?
    {
        guard let latency, latency >= limit else { return nil }
        let shown = latency.wholeMilliseconds
        let sign = shown == limit.wholeMilliseconds ? "=" : ">"
        return "\(name) \(shown) \(sign) \(limit.wholeMilliseconds)"
    }
}
