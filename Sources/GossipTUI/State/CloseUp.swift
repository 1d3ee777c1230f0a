import Engine

/// What only some tabs and selections ask for, as last seen.
struct CloseUp: Hashable {
    /// The newest events that the log lets pass, oldest first.
    var entries: [Journal.Entry] = []
    /// How many events there have been.
    var eventCount = 0
    /// Messages that the network lost a moment ago.
    var losses: [Envelope] = []
    /// Entry i counts node i's messages; empty unless the load is shown.
    var loads: [NodeLoad] = []
    /// How the selected value came to the nodes; nil without one, or when it is too old.
    var arrivals: ValueArrivals?
    /// The future that was done away with; nil without one.
    var ghost: Ghost?
    /// The values to show in place of the newest ones, oldest first; nil for these.
    var olderValues: [ValueSpread]?
}
