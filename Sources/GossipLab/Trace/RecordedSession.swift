import Engine
import Maelstrom
import Records
import ScenarioOptions

/// A session of the dashboard that a file holds, which is run again.
struct RecordedSession {
    private static let remedy = "export the session anew with gossip-tui"

    let session: Session
    private let text: String

    /// The session that `line`, all of a file, is; nil when it is something else.
    ///
    /// Throws when it is one that this program cannot run again.
    init?(_ line: LineReader.Line, of file: borrowing NumberedLines) throws(InputFailure) {
        guard let json = try? JSONValue(parsing: line.bytes[...]),
            json.value(at: "commands") != nil
        else { return nil }
        do {
            session = try Session(json)
        } catch {
            throw InputFailure("'\(file.path)': \(error): \(Self.remedy).")
        }
        text = line.text
    }

    /// Runs it again; throws about the first line of `file` that is not, byte for byte, what an
    /// export of it writes.
    func verify(against file: borrowing NumberedLines) throws(InputFailure) {
        let run = session.history.run
        let again = Session(
            scenario: session.scenario, entries: session.entries, end: run.moment,
            digest: run.digest)
        let expected = again.json(with: run.report).prettyDescription
        try file.check(text, from: 1, is: expected, remedy: Self.remedy)
    }
}
