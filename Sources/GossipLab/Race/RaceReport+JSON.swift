import Engine
import Maelstrom
import Records
import ScenarioOptions

extension RaceReport {
    /// The report as one object: `a` and `b` everywhere, latencies in milliseconds; what was not
    /// measured is null, and so is a winner where there is none.
    var json: JSONValue {
        let figures = RunFigure.all.map { ($0.name, json(of: comparison(of: $0))) }
        var members: [(String, JSONValue)] = [
            ("version", .string(Release.version)),
            ("names", both { .string(self[$0].name) }),
            ("scenarios", both { self[$0].scenario.json }),
            ("seeds", .array(heats.map { JSONValue($0.seed) })),
            (
                "digests",
                both { side in .array(heats.map { .string($0[side].digest.digestText) }) }
            ),
            ("figures", .object(JSONObject(figures))),
            (
                "invalid-seeds",
                both { .array(invalidSeeds(of: $0).map { JSONValue($0) }) }
            ),
            ("winner", Self.json(of: winner)),
        ]
        if isPartial { members.append(("partial", true)) }
        return .object(JSONObject(members))
    }

    private func json(of comparison: Comparison) -> JSONValue {
        [
            "a": comparison.a.json, "b": comparison.b.json,
            "difference": comparison.difference.json,
            "winner": Self.json(of: comparison.lower),
        ]
    }

    private func both(_ value: (Side) -> JSONValue) -> JSONValue {
        .object(JSONObject(Side.allCases.map { ($0.rawValue, value($0)) }))
    }

    private static func json(of side: Side?) -> JSONValue {
        side.map { .string($0.rawValue) } ?? .null
    }
}
