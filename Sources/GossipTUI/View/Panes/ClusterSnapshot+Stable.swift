import Engine

extension ClusterSnapshot {
    /// What Maelstrom would take for the latencies; nil as long as no read has missed a value, for
    /// only such reads tell.
    var stableLatencies: LatencyHistogram? {
        figures.stable.maximum.map { $0 > .zero } ?? false ? figures.stable : nil
    }
}
