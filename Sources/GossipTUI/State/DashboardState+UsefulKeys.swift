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
        guard race != nil else { return keys.watching }
        let refused: [DashboardAction] = [.nextTopology, .previousTopology, .cycleBatchInterval]
        return keys.watching.filter { !isAboutTabs($0.action) && !refused.contains($0.action) }
    }
}
