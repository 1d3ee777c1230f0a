import Engine

/// The second cluster of a race, beside the one that is always there.
struct Rivalry: Hashable {
    /// What both are called, the first one being the cluster that is always there.
    let names: [String]
    /// The second cluster, as last seen.
    var rival: ClusterSnapshot
}
