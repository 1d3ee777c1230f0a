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
        return excesses.isEmpty ? .kept : .broken
    }

    /// The limits that are broken, and by what.
    private var excesses: [String] {
        if let overdue { return [overdue] }
        guard let maximum = excess("max", of: stable.maximum, over: limits.maximum) else {
            return [excess("median", of: median, over: limits.median)].compactMap(\.self)
        }
        return [excess("p50", of: median, over: limits.median), maximum].compactMap(\.self)
    }

    private var median: TimeSpan? { stable.quantile(0.5) }

    /// The stable latency is less than the true one, by about the time between two reads of a node
    /// at most.
    private static let doubt = TimeSpan.seconds(1)

    /// A value that has waited for so long that its stable latency is too long too, whatever the
    /// others did.
    private var overdue: String? {
        guard let age = snapshot.figures.oldestIncompleteAge, age >= limits.maximum + Self.doubt
        else {
            return nil
        }
        if snapshot.phase == .finished { return "one never came everywhere" }
        return excess("one still waits", of: age, over: limits.maximum)
    }

    /// `part 1 latency ✗ p50 476 > 400, max 796 > 600`, `part 1 latency ✓`; a part is about
    /// messages too.
    var text: StyledText {
        var text = .label("\(limits.name) latency ") + StyledText(standing.glyph, standing.style)
        if standing == .broken {
            text += StyledText(" " + excesses.joined(separator: ", "), .fail)
        }
        return text
    }

    /// `part 1 ✗`.
    var brief: StyledText {
        .label("\(limits.name) ") + StyledText(standing.glyph, standing.style)
    }

    private func excess(_ name: String, of latency: TimeSpan?, over limit: TimeSpan) -> String? {
        guard let latency, latency >= limit else { return nil }
        let shown = latency.wholeMilliseconds
        let sign = shown == limit.wholeMilliseconds ? "=" : ">"
        return "\(name) \(shown) \(sign) \(limit.wholeMilliseconds)"
    }
}
