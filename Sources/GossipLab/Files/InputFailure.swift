import ArgumentParser
import ScenarioOptions

/// What is wrong with a file or with a run, however the command was written: a sentence that names
/// it and says what helps.
struct InputFailure: Error, Equatable, CustomStringConvertible {
    let description: String

    /// The failure in these words.
    init(_ description: String) {
        self.description = description
    }

    /// Does `work`; when it fails so, says it and throws the exit status, since a usage message
    /// would not help.
    static func report(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let failure as InputFailure {
            StandardError.writeLine("Error: \(failure)".visible)
            throw ExitCode.wrongUsage
        }
    }
}
