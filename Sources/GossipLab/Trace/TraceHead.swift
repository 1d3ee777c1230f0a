import Engine
import Maelstrom
import Records
import ScenarioOptions

/// What the first line of a trace says: the format, who wrote it, and what was run.
struct TraceHead {
    /// Why a line is no head that this program can use.
    enum Failure: Error, Equatable, CustomStringConvertible {
        case otherFormat(String)
        case otherVersion(String)
        case scenario(String)

        var description: String {
            switch self {
            case .otherFormat(let format):
                "it is of trace format \(format.visible), and gossip-lab \(Release.version) knows "
                    + "format \(TraceHead.format)"
            case .otherVersion(let version):
                "it is from gossip-lab \(version.visible), and this is \(Release.version)"
            case .scenario(let reason): reason
            }
        }
    }

    /// The format's number, raised when a member changes its meaning.
    static let format = 1

    /// What was run.
    let scenario: Scenario

    /// The head of a trace of `scenario`.
    init(scenario: Scenario) {
        self.scenario = scenario
    }

    /// The head that `json` is meant to be.
    init(_ json: JSONValue) throws(Failure) {
        let format = json.value(at: Self.key)
        guard format == JSONValue(Self.format) else {
            throw .otherFormat(format?.description ?? "null")
        }
        guard case .string(let version) = json.value(at: "version"), version == Release.version
        else {
            throw .otherVersion(json.value(at: "version").words)
        }
        do {
            scenario = try Scenario(json.value(at: "scenario") ?? .null)
        } catch {
            throw .scenario("\(error)")
        }
    }

    /// The line as JSON.
    var json: JSONValue {
        [
            Self.key: JSONValue(Self.format), "version": .string(Release.version),
            "scenario": scenario.json,
        ]
    }

    /// How the line begins.
    static let start = "{\"\(key)\":"

    /// Whether `json` is the head of a trace, though perhaps not one that this program can use.
    static func isHead(_ json: JSONValue) -> Bool { json.value(at: key) != nil }

    private static let key = "trace"
}

extension JSONValue? {
    /// A string without its quotes, anything else as it is written.
    fileprivate var words: String {
        if case .string(let text) = self { text } else { self?.description ?? "null" }
    }
}
