/// A part of the screen that answers one question.
protocol Pane {
    /// The pane's name and, after ` ── `, what it shows.
    var title: String { get }
    /// The title in at most `columns`, if that makes sense.
    func title(within columns: Int) -> String
    /// The pane's gist in at most `columns`, for a screen without room for more.
    func summary(within columns: Int) -> StyledText
    /// Draws what is inside the frame.
    func draw(on canvas: inout Canvas, in area: Rect)
}

extension Pane {
    func title(within columns: Int) -> String { title }
}

extension ClusterPane: Pane {
    func summary(within columns: Int) -> StyledText { .label(summary.shortened(to: columns)) }
}
