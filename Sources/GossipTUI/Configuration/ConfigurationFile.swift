import ScenarioOptions

/// Which file of configuration counts.
enum ConfigurationFile: Hashable {
    /// None, whatever there is.
    case none
    /// The one that the user keeps for all sessions, if there is one.
    case usual
    /// This one.
    case named(String)

    /// Where the user's own file is; nil in an environment that does not tell, whose variables
    /// `value` says.
    ///
    /// As in the XDG Base Directory Specification, by which a relative path counts for nothing.
    static func usualPath(in value: (String) -> String?) -> String? {
        if let folder = value("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
            return "\(folder)/gossip-tui/config.toml"
        }
        return value("HOME").flatMap { home in
            home.isEmpty ? nil : "\(home)/.config/gossip-tui/config.toml"
        }
    }

    /// What the file says; nothing if there is none and none was asked for by name.
    func configuration(
        in value: (String) -> String? = Environment.value(of:)
    ) throws(ConfigurationError) -> Configuration {
        let path: String?
        var mayBeMissing = false
        switch self {
        case .none: path = nil
        case .usual: (path, mayBeMissing) = (Self.usualPath(in: value), true)
        case .named(let name): path = name
        }
        guard let path else { return Configuration() }
        let text: String
        do throws(TextFile.Failure) {
            text = try TextFile(path: path).text
        } catch {
            if error.isMissing && mayBeMissing { return Configuration() }
            throw ConfigurationError(
                file: path.isEmpty ? "''" : path, message: "it cannot be read: \(error)")
        }
        return try ConfigurationReader(text, file: path).configuration()
    }
}
