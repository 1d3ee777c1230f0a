/// Which key does what: as the program has it, or as its user does.
struct KeyTable: Hashable {
    /// The keys that everybody has who says nothing else.
    static let standard = KeyTable()

    /// Keys that keep their meaning whatever the user says, so that nobody is locked in.
    static let fixed: [(key: Key, action: DashboardAction)] = [
        (.control("c"), .quit), (.escape, .close),
    ]

    /// The keys while the cluster is watched; the help and the footer list them in this order.
    private(set) var watching = KeyBinding.watching
    /// The actions that the user has given keys.
    private var named: Set<String> = []
    /// The keys of the partition menu, in the order of its entries.
    private(set) var partitionMenu = KeyBinding.partitionMenu

    /// What `key` does according to `bindings`; nil for nothing.
    static func action(for key: Key, in bindings: [KeyBinding]) -> DashboardAction? {
        bindings.first { $0.keys.contains(key) }?.action
    }

    /// The keys that do `action` while the cluster is watched, as a person reads them; empty for
    /// none.
    func label(for action: DashboardAction) -> String {
        watching.first { $0.action == action }?.label ?? ""
    }

    /// Gives the action called `name` these keys, at least one, in place of those it has; the fixed
    /// ones it keeps.
    mutating func bind(_ name: String, to keys: [Key]) {
        guard let place = watching.firstIndex(where: { $0.name == name }) else { return }
        let action = watching[place].action
        let distinct = keys.enumerated()
            .filter { !keys[..<$0.offset].contains($0.element) }.map(\.element)
        named.insert(name)
        giveUp(distinct, except: name)
        let kept = Self.fixed.filter { $0.action == action }.map(\.key)
        watching[place].keys = distinct + kept.filter { !distinct.contains($0) }
        watching[place].label = distinct.map(\.label).joined(separator: " ")
        // What opens the menu closes it.
        guard action == .openPartitionMenu,
            let closing = partitionMenu.firstIndex(where: { $0.action == .close })
        else { return }
        partitionMenu[closing].keys = [.escape] + distinct.filter { $0 != .escape }
    }

    /// Takes `keys` from all actions that the user has not given keys himself.
    private mutating func giveUp(_ keys: [Key], except name: String) {
        for place in watching.indices where watching[place].keys.contains(where: keys.contains) {
            guard let other = watching[place].name, other != name, !named.contains(other) else {
                continue
            }
            let action = watching[place].action
            watching[place].keys.removeAll { key in
                keys.contains(key) && !Self.fixed.contains { $0 == (key, action) }
            }
            watching[place].label = watching[place].keys.map(\.label).joined(separator: " ")
        }
    }

    /// A key that two actions have, and these two in the order of the table; nil if there is none.
    var clash: (key: Key, first: KeyBinding, second: KeyBinding)? {
        var owners: [Key: KeyBinding] = [:]
        for binding in watching {
            for key in binding.keys {
                if let owner = owners[key] { return (key, owner, binding) }
                owners[key] = binding
            }
        }
        return nil
    }
}
