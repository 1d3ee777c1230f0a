import Engine

/// The future that a change in the past did away with: what would have been.
struct Ghost: Hashable {
    /// When the two futures part.
    let fork: Instant
    /// How far it was seen.
    let end: Instant
    /// Its figures at its end.
    let figures: RunFigures
    /// How the selected value came to the nodes in it; nil without one.
    let arrivals: ValueArrivals?
}
