import TOMLKit

/// The table of keys.
extension ConfigurationReader {
    /// Keys that the terminal keeps for itself: stopping the program, and its output.
    private static let terminalKeys: [Key] = [.control("q"), .control("s"), .control("z")]

    /// The usual keys with those of the table `value` in place of their own.
    func keys(in value: any TOMLValueConvertible) throws(ConfigurationError) -> KeyTable {
        let path = [Self.nameOfKeys]
        guard let table = value.table else {
            throw wrongType(
                value, Self.nameOfKeys, at: path,
                right: "a table of actions, such as [keys] with pause = \"p\" below")
        }
        var keys = KeyTable.standard
        let names = inOrder(table.keys, at: path)
        for name in names {
            guard let action = keys.watching.first(where: { $0.name == name })?.action,
                let value = table[name]
            else { throw unknownAction(name, among: keys) }
            keys.bind(name, to: try self.keys(for: name, action, in: value))
        }
        if let clash = keys.clash {
            let owners = [clash.first, clash.second].compactMap(\.name)
            // At least one of them is in the file, for the usual keys do not clash.
            let later = names.last(where: owners.contains)
            throw error(
                "the key \(clash.key.name) has two actions, "
                    + "\(owners.map { "'\($0)'" }.joined(separator: " and ")): "
                    + "give one of them another key",
                at: path + [later].compactMap(\.self))
        }
        return keys
    }

    /// The keys that the file has for the action called `name`.
    private func keys(
        for name: String, _ action: DashboardAction, in value: any TOMLValueConvertible
    ) throws(ConfigurationError) -> [Key] {
        let path = [Self.nameOfKeys, name]
        let right = "the name of a key, such as \"p\", or a list of such names"
        var texts: [String] = []
        if let text = value.string {
            texts = [text]
        } else if let list = value.array {
            for index in 0..<list.count {
                guard let text = list[index].string else {
                    throw error(
                        "'\(name)' has \(list[index].type.noun) in it: it must be \(right)",
                        at: path)
                }
                texts.append(text)
            }
        } else {
            throw wrongType(value, name, at: path, right: right)
        }
        guard !texts.isEmpty else {
            throw error("'\(name)' has no key: it must be \(right)", at: path)
        }
        var keys: [Key] = []
        for text in texts { keys.append(try key(text, for: name, action)) }
        return keys
    }

    private func key(
        _ text: String, for name: String, _ action: DashboardAction
    ) throws(ConfigurationError) -> Key {
        let path = [Self.nameOfKeys, name]
        guard let key = Key(name: text) else {
            let names = Key.named.map(\.name)
            let right =
                text.nearest(among: names).map { "did you mean \"\($0)\"?" }
                ?? "it must be a single character, \(names.joined(separator: ", ")), or Ctrl- and "
                + "a letter"
            throw error("'\(name)' has no such key as \"\(text.brief)\": \(right)", at: path)
        }
        if let fixed = KeyTable.fixed.first(where: { $0.key == key }), fixed.action != action {
            let use = fixed.action == .quit ? "quits" : "closes what is open"
            throw error("\(key.name) always \(use): give '\(name)' another key", at: path)
        }
        guard !Self.terminalKeys.contains(key) else {
            throw error(
                "the terminal keeps \(key.name) for itself: give '\(name)' another key", at: path)
        }
        return key
    }

    private func unknownAction(_ name: String, among keys: KeyTable) -> ConfigurationError {
        let all = keys.watching.compactMap(\.name)
        let right =
            name.nearest(among: all).map { "did you mean '\($0)'?" }
            ?? "there are \(all.joined(separator: ", "))"
        return error(
            "there is no action '\(name.brief)': \(right)", at: [Self.nameOfKeys, name])
    }
}
