import ArgumentParser
import ScenarioOptions
import TOMLKit

/// Reads the text of a configuration file.
struct ConfigurationReader {
    /// The keys that are no tables.
    private static let names = ["theme", "glyphs", "speed", "fps", "scenario"]
    static let nameOfKeys = "keys"

    private let source: ConfigurationText
    private let lines: KeyLines

    /// A reader of `text`, the contents of the file called `file`. Throws if nobody could read it.
    init(_ text: String, file: String) throws(ConfigurationError) {
        source = try ConfigurationText(text, file: file)
        lines = KeyLines(of: text)
    }

    /// What the file says. Throws the first thing that is wrong with it.
    func configuration() throws(ConfigurationError) -> Configuration {
        let table = try parse()
        var configuration = Configuration()
        for name in inOrder(table.keys, at: []) {
            guard let value = table[name] else { throw unknown(name) }
            switch name {
            case "theme": configuration.theme = try choice(value, name)
            case "glyphs": configuration.glyphs = try choice(value, name)
            case "speed":
                configuration.speed = try option(
                    value, name, of: [.string, .int, .double],
                    "a string or a number, such as \"x0.5\"",
                    Speed.init(text:))
            case "fps":
                configuration.framesPerSecond = try option(
                    value, name, of: [.int], "a whole number from 1 to 60"
                ) { try OptionText.wholeNumber($0, in: 1...60) }
            case "scenario":
                configuration.scenario = try option(
                    value, name, of: [.string],
                    "a line of options, such as \"--preset maelstrom-grid\"",
                    OpeningScenario.init(line:))
            case Self.nameOfKeys: configuration.keys = try keys(in: value)
            default: throw unknown(name)
            }
        }
        return configuration
    }

    private func parse() throws(ConfigurationError) -> TOMLTable {
        do {
            return try TOMLTable(string: source.text)
        } catch let wrong as TOMLParseError {
            throw ConfigurationError(
                file: source.file, line: wrong.source.begin.line, column: wrong.source.begin.column,
                message: wrong.description)
        } catch {
            throw ConfigurationError(file: source.file, message: "\(error)")
        }
    }

    /// The keys of a table in the order of the file, which the table has not.
    func inOrder(_ keys: [String], at path: [String]) -> [String] {
        let places = keys.map { (lines.line(of: path + [$0]) ?? .max, $0) }
        return places.sorted { $0 < $1 }.map(\.1)
    }

    /// The error `message` about what is at `path`.
    func error(_ message: String, at path: [String]) -> ConfigurationError {
        ConfigurationError(file: source.file, line: lines.line(of: path), message: message)
    }

    /// The error that `value` is of another type than `name` takes.
    func wrongType(
        _ value: any TOMLValueConvertible, _ name: String, at path: [String], right: String
    ) -> ConfigurationError {
        error("'\(name)' is \(value.type.noun): it must be \(right)", at: path)
    }

    // MARK: Values

    private func choice<Choice>(
        _ value: any TOMLValueConvertible, _ name: String
    ) throws(ConfigurationError) -> Choice
    where Choice: CaseIterable & RawRepresentable<String> {
        let all = Choice.allCases.map(\.rawValue)
        let names = all.map { "\"\($0)\"" }.joined(separator: ", ")
        guard let text = value.string else {
            throw wrongType(value, name, at: [name], right: "a string, one of \(names)")
        }
        guard let choice = Choice(rawValue: text) else {
            let guess = text.nearest(among: all).map { "; did you mean \"\($0)\"?" } ?? ""
            throw error(
                "'\(name)' is \"\(text.brief)\": it must be one of \(names)\(guess)", at: [name])
        }
        return choice
    }

    /// What `reading` makes of a value of one of the `types`, as it would of an option's.
    private func option<Value>(
        _ value: any TOMLValueConvertible, _ name: String, of types: [TOMLType], _ right: String,
        _ reading: (String) throws -> Value
    ) throws(ConfigurationError) -> Value {
        guard types.contains(value.type), let text = value.plainText else {
            throw wrongType(value, name, at: [name], right: right)
        }
        do {
            return try reading(text)
        } catch let wrong {
            let reason = "\(wrong)".replacing("\n", with: " ")
            let shown = value.type == .string ? "\"\(text.brief)\"" : text
            throw error("'\(name)' is \(shown): \(reason)", at: [name])
        }
    }

    private func unknown(_ name: String) -> ConfigurationError {
        let all = Self.names + [Self.nameOfKeys]
        let known = Self.names.joined(separator: ", ") + " and the table [keys]"
        let right =
            name.nearest(among: all).map { "did you mean '\($0)'?" } ?? "there are \(known)"
        return error("there is no '\(name.brief)' in a configuration: \(right)", at: [name])
    }
}
