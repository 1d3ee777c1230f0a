import ArgumentParser
public import Engine
public import Maelstrom
import ScenarioOptions

extension Scenario {
    private static let latencyMapText = "latency-map-text"

    /// Every option by its name, and what the file of a latency map says, so that nothing else is
    /// needed to run the scenario again.
    public var json: JSONValue {
        var object = JSONObject(options.map { ($0.name, Self.json(of: $0.value)) })
        if let map = network.latencyMap {
            object.append(Self.latencyMapText, .string("\(map)"))
        }
        return .object(object)
    }

    /// The scenario that `json` wrote. Throws a `ValidationError` when it is none, or not exactly
    /// as it would be written; so it is for one without a time limit, unless it `mayBeEndless`.
    public init(_ json: JSONValue, mayBeEndless: Bool = false) throws {
        guard case .object(var object) = json else {
            throw ValidationError("the scenario must be an object with a member for each option")
        }
        var options = ScenarioOptions()
        let map = object[Self.latencyMapText]
        let mapName = object["latency-map"]
        if map != nil { object["latency-map"] = nil }
        object[Self.latencyMapText] = nil
        do {
            options = try ScenarioOptions.parse(object.members.flatMap(Self.arguments))
        } catch {
            throw ValidationError("the scenario: \(ScenarioOptions.message(for: error))")
        }
        if case .string(let text) = map, case .string(let name) = mapName {
            try options.useLatencyMap(text, called: name)
        }
        self = try options.scenario()
        if object["time-limit"] == .null {
            guard mayBeEndless else {
                throw ValidationError(
                    "the scenario has no time limit: only the dashboard runs without end")
            }
            workload.timeLimit = nil
        }
        guard self.json == json else {
            throw ValidationError(
                "the scenario does not have exactly the options of version \(Release.version)")
        }
    }

    private static func json(of value: OptionValue) -> JSONValue {
        switch value {
        case .text(let text): .string(text)
        case .duration(let duration): .string(OptionValue.text(of: duration))
        case .integer(let integer): JSONValue(integer)
        case .number(let number):
            Int(exactly: number).map { JSONValue($0) } ?? JSONValue(number)
        case .flag(let isSet): .bool(isSet)
        case .texts(let texts): .array(texts.map { .string($0) })
        case .absent: .null
        }
    }

    /// The command-line arguments that say the same as a member of the JSON object.
    private static func arguments(for member: JSONObject.Member) -> [String] {
        let option = "--\(member.key)"
        switch member.value {
        case .null: return []
        case .bool(let isSet): return [isSet ? option : "--no-\(member.key)"]
        case .number(let number): return [option, number.text]
        case .string(let text): return [option, text]
        case .array(let elements):
            return elements.flatMap { element -> [String] in
                guard case .string(let text) = element else { return [option] }
                return [option, text]
            }
        case .object: return [option]
        }
    }
}
