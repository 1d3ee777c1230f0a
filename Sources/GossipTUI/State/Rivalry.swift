import Engine

/// The second cluster of a race, beside the one that is always there.
struct Rivalry: Hashable {
    /// What both are called, the first one being the cluster that is always there.
    let names: [String]
    /// The second cluster, as last seen.
    var rival: ClusterSnapshot
}

/// What keys do while there is a race.
extension DashboardState {
    /// Whether the action is about panes that a race has no room for.
    func isAboutTabs(_ action: DashboardAction) -> Bool {
        switch action {
        case .nextDetail, .previousDetail, .show, .arrange, .toggle, .scroll, .nextLogFilter: true
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
