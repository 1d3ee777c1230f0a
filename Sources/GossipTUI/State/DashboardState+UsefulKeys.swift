import Engine

/// Which keys do something, for a race has fewer panes and keeps what it compares.
extension DashboardState {
    /// Whether the action is about panes that a race has no room for.
    func isAboutTabs(_ action: DashboardAction) -> Bool {
        switch action {
        case .nextDetail, .previousDetail, .show, .arrange(.details), .toggle(.details), .scroll,
            .nextLogFilter:
            true
        default: false
        }
    }

    /// The keys that do something now.
    var usefulBindings: [KeyBinding] {
        var refused: [DashboardAction] = []
        if race != nil { refused += [.nextTopology, .previousTopology, .cycleBatchInterval] }
        // Its key goes on in the lesson.
        if lesson != nil { refused.append(.openMenu) }
        return keys.watching.filter {
            !(race != nil && isAboutTabs($0.action)) && !refused.contains($0.action)
        }
    }
}
