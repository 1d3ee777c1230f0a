/// What is wrong with a file of configuration, where, and what would be right.
struct ConfigurationError: Error, Hashable, CustomStringConvertible {
    let file: String
    /// The first line is 1; nil if it is about no line.
    var line: Int?
    /// The first column is 1; nil if it is about the line.
    var column: Int?
    let message: String

    /// As compilers write it: `config.toml:3:7: …`.
    var description: String {
        let place = [line, column].compactMap(\.self).map { ":\($0)" }.joined()
        return "\(file)\(place): \(message)"
    }
}
