import Engine

extension ClusterSnapshot {
    /// What Maelstrom would take for the latencies; nil where no client reads, for only reads tell.
    var stableLatencies: LatencyHistogram? {
        scenario.workload.rate > 0 && figures.stable.count > 0 ? figures.stable : nil
    }
}
