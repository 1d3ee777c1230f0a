/// The panes of the main screen.
enum PaneKind: CaseIterable, Hashable {
    case cluster
    case values
    case latency
    case traffic
    /// What the tab in front is about.
    case details
    /// A few large figures.
    case figures
}
