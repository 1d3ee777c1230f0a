import Engine
import Maelstrom
import Records
import ScenarioOptions

/// A whole run as one line of text: what `run --format ndjson` prints and a sweep collects.
///
/// The line is the object that `run --format json` prints, so that nothing else is needed to run it
/// again.
struct RunLine {
    /// Why a line tells of no run that this program can use.
    enum Failure: Error, Equatable, CustomStringConvertible {
        case notJSON(JSONSyntaxError)
        /// It has no such member, or something else there.
        case missing(String)
        /// It was written by another version.
        case otherVersion(String)
        /// The run was ended before its time.
        case partial
        /// It begins a trace.
        case trace
        /// It begins a report that is spread over several lines.
        case pretty
        case scenario(String)

        var description: String {
            switch self {
            case .notJSON(let error): "it is no JSON: \(error)"
            case .missing(let path): "it is no run of gossip-lab: '\(path)' is missing or wrong"
            case .otherVersion(let version):
                "it is from gossip-lab \(version.visible), and this is \(Release.version)"
            case .partial: "its run was ended before its time"
            case .trace: "it begins a trace, every event of a single run"
            case .pretty: "it begins a run that is spread over several lines"
            case .scenario(let reason): reason
            }
        }
    }

    /// The line, without a line break.
    let text: String
    /// What was run, seed included.
    let scenario: Scenario
    /// What is kept of it.
    let outcome: RunOutcome

    /// The line about a whole run.
    init(_ report: RunReport) {
        text = report.json.description
        scenario = report.scenario
        outcome = RunOutcome(report)
    }

    /// The run that `text` tells of; `read` makes a scenario of its JSON object.
    init(
        parsing text: String, reading read: (JSONValue) throws -> Scenario = { try Scenario($0) }
    ) throws(Failure) {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: Array(text.utf8)[...])
        } catch {
            throw text == "{" ? .pretty : .notJSON(error)
        }
        if TraceHead.isHead(json) { throw .trace }
        guard case .string(let version) = json.value(at: "version") else {
            throw .missing("version")
        }
        guard version == Release.version else { throw .otherVersion(version) }
        guard json.value(at: "partial") == nil else { throw .partial }
        do {
            scenario = try read(json.value(at: "scenario") ?? .null)
        } catch {
            throw .scenario("\(error)")
        }
        outcome = try Self.outcome(in: json, seed: scenario.seed)
        self.text = text
    }

    private static func outcome(in json: JSONValue, seed: UInt64) throws(Failure) -> RunOutcome {
        guard case .string(let digits) = json.value(at: "digest"),
            let digest = UInt64(digits, radix: 16)
        else { throw .missing("digest") }
        guard case .bool(let isValid) = json.value(at: "valid?") else { throw .missing("valid?") }
        for figure in RunFigure.all where !json.hasNumberOrNull(at: figure.path) {
            throw .missing(figure.path.joined(separator: "."))
        }
        return RunOutcome(seed: seed, digest: digest, isValid: isValid) {
            json.number(at: $0.path)
        }
    }
}
