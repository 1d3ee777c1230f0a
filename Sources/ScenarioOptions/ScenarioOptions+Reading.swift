import ArgumentParser

extension ScenarioOptions {
    /// As `parse`, but what is thrown is a `ValidationError`, so that the help and usage of the
    /// options alone are not shown.
    public static func parse(reading arguments: [String]) throws -> ScenarioOptions {
        do {
            return try parse(arguments)
        } catch {
            throw ValidationError(message(for: error))
        }
    }
}
