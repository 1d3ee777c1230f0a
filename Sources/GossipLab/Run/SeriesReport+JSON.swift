import Engine
import Maelstrom

extension SeriesReport {
    /// The report as one object; the mean and interval of what was not measured are null.
    var json: JSONValue {
        let means = means.map { ($0.figure.name, $0.estimate.json) }
        var members: [(String, JSONValue)] = [
            ("scenario", scenario.json),
            (
                "seeds",
                ["first": JSONValue(scenario.seed), "count": JSONValue(outcomes.count)]
            ),
            ("digests", .array(outcomes.map { .string($0.digest.digestText) })),
            ("means", .object(JSONObject(means + [("valid-share", validShare.json)]))),
            ("invalid-seeds", .array(invalidSeeds.map { JSONValue($0) })),
            ("valid?", isPartial && isValid ? "unknown" : .bool(isValid)),
        ]
        if isPartial { members.append(("partial", true)) }
        return .object(JSONObject(members))
    }
}

extension MeanEstimate {
    /// The mean, the ends of its interval, and the size of the sample; null where there is none.
    var json: JSONValue {
        [
            "mean": mean.map { JSONValue($0) } ?? .null,
            "low": interval.map { JSONValue($0.lowerBound) } ?? .null,
            "high": interval.map { JSONValue($0.upperBound) } ?? .null,
            "count": JSONValue(count),
        ]
    }
}
