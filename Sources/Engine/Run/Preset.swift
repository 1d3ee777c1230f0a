/// A scenario with a name.
public enum Preset: String, CaseIterable, Hashable, Sendable {
    /// The challenge's load on Maelstrom's default topology, flooded at once.
    case maelstromGrid = "maelstrom-grid"
    /// The article's fault-tolerant step: five nodes, everything pushed to 2 peers every 2 s.
    case blogFaultTolerant = "blog-fault-tolerant"
    /// The article's heap: flooded at once, everything pushed to 5 peers every 5 s.
    case blogHeap = "blog-heap"
    /// The article's last step: the heap with 50 ms batches, empty ones sent too.
    case blogHeapBatched = "blog-heap-batched"

    /// What the preset is, in one line.
    public var summary: String {
        switch self {
        case .maelstromGrid: "25 nodes, grid, 100 op/s for 20 s, 100 ms, flood at once"
        case .blogFaultTolerant: "5 nodes, 10 op/s, no latency, partitions, push to 2 every 2 s"
        case .blogHeap: "maelstrom-grid on the article's heap, push to 5 every 5 s"
        case .blogHeapBatched: "blog-heap with 50 ms batches, empty ones sent too"
        }
    }

    /// The scenario itself.
    public var scenario: Scenario {
        var scenario = Scenario()
        switch self {
        case .maelstromGrid:
            break
        case .blogFaultTolerant:
            scenario.nodeCount = 5
            scenario.workload.rate = 10
            scenario.network.latency.meanMilliseconds = 0
            scenario.nemesis.families = [.partition]
            scenario.broadcastProtocol.antiEntropy =
                .push(every: .seconds(2), fanout: 2, relays: true)
        case .blogHeap, .blogHeapBatched:
            scenario.topology = .heap
            scenario.broadcastProtocol.antiEntropy =
                .push(every: .seconds(5), fanout: 5, relays: true)
            if self == .blogHeapBatched {
                scenario.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: true)
            }
        }
        return scenario
    }
}
