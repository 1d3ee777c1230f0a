/// Which panes share the screen.
enum Arrangement: String, CaseIterable, Hashable {
    /// All of them, as far as there is room.
    case everything
    /// The pane of details alone.
    case details
    /// The cluster and a few large figures, to be read across a room.
    case projector
}
