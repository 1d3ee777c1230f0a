import Engine
import Maelstrom
import Synchronization

/// Reads the scenarios of many runs: one that differs only in its seed from one before takes no
/// time.
final class ScenarioReader: Sendable {
    /// By the text of the JSON object with seed 0.
    private let known: Mutex<[String: Scenario]>

    /// A reader that knows `scenarios`, under whatever seed, from the beginning.
    init(knowing scenarios: [Scenario] = []) {
        known = Mutex(
            Dictionary(
                scenarios.map { scenario in
                    var unseeded = scenario
                    unseeded.seed = 0
                    return (unseeded.json.description, unseeded)
                }, uniquingKeysWith: { first, _ in first }))
    }

    /// The scenario that `json` is. Throws as `Scenario(json)` does.
    func scenario(_ json: JSONValue) throws -> Scenario {
        guard case .object(var object) = json, case .number(let number) = object["seed"],
            let seed = UInt64(number.text), "\(seed)" == number.text
        else { return try Scenario(json) }
        object["seed"] = 0
        let key = JSONValue.object(object).description
        if var scenario = known.withLock({ $0[key] }) {
            scenario.seed = seed
            return scenario
        }
        let scenario = try Scenario(json)
        known.withLock { $0[key] = scenario }
        return scenario
    }
}
