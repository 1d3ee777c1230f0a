extension KeyBinding {
    /// The key that does `action` while the cluster is watched, as a person reads it.
    static func label(for action: DashboardAction) -> String {
        watching.first { $0.action == action }?.label ?? ""
    }
}
