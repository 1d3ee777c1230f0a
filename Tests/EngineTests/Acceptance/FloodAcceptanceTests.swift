import Engine
import TestSupport
import Testing

/// ACCEPTANCE A.1 to A.3: what a flood over 25 nodes costs and how far it travels, exactly.
struct FloodAcceptanceTests {
    /// Messages per broadcast: 2E - (n - 1).
    static let costs: [(Topology, Int)] = [
        (.grid, 56), (.ring, 26), (.line, 24), (.tree2, 24), (.tree3, 24), (.tree4, 24),
        (.star, 24), (.total, 576),
    ]

    @Test(arguments: costs, LatencyModel.Distribution.allCases)
    func aFloodSendsTwiceTheLinksLessTheNodesItReached(
        cost: (topology: Topology, messages: Int), distribution: LatencyModel.Distribution
    ) {
        for origin in [0, 7, 12, 24] {
            let run = FloodRun(
                cost.topology, origin: origin,
                latency: LatencyModel(meanMilliseconds: 100, distribution: distribution),
                seed: UInt64(origin))
            #expect(run.measurements.traffic.serverSendCount == cost.messages)
            #expect(run.measurements.ledger.isComplete(ValueID(0)))
        }
    }

    /// The least and the largest eccentricity of any node.
    static let eccentricities: [(Topology, ClosedRange<Int>)] = [
        (.line, 12...24), (.ring, 12...12), (.grid, 4...8), (.tree4, 3...5), (.tree2, 4...8),
        (.star, 1...2), (.total, 1...1),
    ]

    @Test(arguments: eccentricities)
    func withConstantLatencyANodeLearnsAtItsHopDistance(
        topology: Topology, lastHops: ClosedRange<Int>
    ) {
        let neighbors = topology.neighbors(nodeCount: 25).map { $0.map(\.index) }
        var seen: [Int] = []
        for origin in 0..<25 {
            let run = FloodRun(
                topology, origin: origin, latency: LatencyModel(meanMilliseconds: 100))
            let distances = Graph.distances(from: origin, neighbors: neighbors)
            #expect(run.learnedAt == distances.map { $0.map { Int64($0) * 100_000 } })
            let lastHop = run.measurements.ledger.lastDeliveryHop(of: ValueID(0))
            #expect(lastHop == distances.compactMap(\.self).max())
            seen.append(lastHop)
        }
        #expect(seen.min() == lastHops.lowerBound)
        #expect(seen.max() == lastHops.upperBound)
    }

    @Test(arguments: costs)
    func redundancyIsWhatTheLinksBeyondATreeCost(topology: Topology, messages: Int) {
        let run = FloodRun(topology, origin: 3, latency: LatencyModel(meanMilliseconds: 100))
        let expected = Double(messages) / 24 - 1
        #expect(run.measurements.traffic.relativeMessageRedundancy == expected)
    }
}
