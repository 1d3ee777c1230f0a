import ArgumentParser
import Maelstrom
import ScenarioOptions

/// A file with a session, or with the report on any run.
public struct SessionFile {
    private let path: String

    /// The file at `path`.
    public init(path: String) { self.path = path }

    /// Throws a `ValidationError` that names the file and what is wrong.
    public func session() throws -> Session {
        do {
            let text = try TextFile(path: path).text
            let json: JSONValue
            do {
                json = try JSONValue(parsing: Array(text.utf8)[...])
            } catch {
                throw ValidationError("it is no JSON: \(error)")
            }
            return try Session(json)
        } catch {
            throw ValidationError(
                "'--scenario \(path)': \(error). It must be a file that the dashboard exported, or "
                    + "one that 'gossip-lab run --format json' writes.")
        }
    }
}
