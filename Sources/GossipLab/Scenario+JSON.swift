import Engine
import Maelstrom
import ScenarioOptions

extension Scenario {
    /// Every option by its name.
    var json: JSONValue {
        .object(
            JSONObject(
                options.map { name, value in
                    switch value {
                    case .text(let text): (name, .string(text))
                    case .integer(let integer): (name, JSONValue(integer))
                    case .number(let number):
                        (name, Int(exactly: number).map { JSONValue($0) } ?? JSONValue(number))
                    case .flag(let isSet): (name, .bool(isSet))
                    case .texts(let texts): (name, .array(texts.map { .string($0) }))
                    case .absent: (name, .null)
                    }
                }))
    }
}
