import Engine
import Maelstrom

/// A trace as lines of JSON: a head, each event, and an end by which a trace is known to be whole.
struct TraceLines: TraceNotation {
    private let scenario: Scenario

    init(_ scenario: Scenario) {
        self.scenario = scenario
    }

    var start: String { "\(TraceHead(scenario: scenario).json)\n" }

    func append(_ entry: RecordedTrace.Entry, to bytes: inout [UInt8]) {
        entry.writeJSON(into: &bytes)
        bytes.append(UInt8(ascii: "\n"))
    }

    func end(of run: TracedRun) -> String {
        let end: JSONValue = [
            "at-us": JSONValue(run.now.microseconds), "event": "end",
            "event-count": JSONValue(run.progress.eventCount),
            "digest": .string(run.digest.digestText),
        ]
        return "\(end)\n"
    }
}
