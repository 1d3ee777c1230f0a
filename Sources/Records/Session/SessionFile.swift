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
            let json = try json(in: TextFile(path: path).text)
            guard json.value(at: "scenario") != nil else {
                throw ValidationError("it has no scenario: \(Self.right)")
            }
            return try Session(json)
        } catch {
            throw ValidationError("'--scenario \(path)': \(error)".sentence)
        }
    }

    private func json(in text: String) throws -> JSONValue {
        do {
            return try JSONValue(startOf: text)
        } catch {
            throw ValidationError("it is no JSON, \(error): \(Self.right)")
        }
    }

    private static let right =
        "give a file that the dashboard exported, or one that 'gossip-lab run --format json' or "
        + "'gossip-lab trace' writes"
}

extension String {
    /// With a full stop, unless it ends in a mark of its own.
    fileprivate var sentence: String {
        last.map { ".?!".contains($0) } ?? false ? self : self + "."
    }
}
