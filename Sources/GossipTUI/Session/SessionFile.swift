import ArgumentParser
import Maelstrom
import ScenarioOptions

/// A file with a session, or with the report on any run.
struct SessionFile {
    let path: String

    /// Throws a `ValidationError` that names the file and what is wrong.
    func session() throws -> Session {
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
