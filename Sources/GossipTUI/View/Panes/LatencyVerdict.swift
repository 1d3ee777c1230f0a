import Engine

/// Whether stable latencies keep the limits of a part of the challenge, and which one they break.
struct LatencyVerdict {
    let limits: ChallengeLimits
    /// Maelstrom's estimate; the limits are not about the true latency.
    let stable: LatencyHistogram

    var standing: Standing {
        guard stable.count > 0 else { return .unmeasured }
        return medianExcess ?? maximumExcess == nil ? .kept : .broken
    }

    /// `part 1 ✗ median 476 > 400`, `part 1 ✓`, `part 1 —`.
    var text: StyledText {
        var text = brief
        if let excess = medianExcess ?? maximumExcess { text += StyledText(" \(excess)", .fail) }
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
