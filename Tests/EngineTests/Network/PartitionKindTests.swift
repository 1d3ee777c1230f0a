import TestSupport
import Testing

@testable import Engine

struct PartitionKindTests {
    private func links(_ kind: PartitionKind, _ nodeCount: Int, seed: UInt64) -> BlockedLinks {
        var random = RandomStream(seed: seed, purpose: .faults)
        return kind.blockedLinks(nodeCount: nodeCount, random: &random)
    }

    /// How many nodes each side has, smallest first.
    private func sideSizes(_ links: BlockedLinks, _ nodeCount: Int) -> [Int] {
        let sides = links.sides(nodeCount: nodeCount)
        return (0...(sides.max() ?? 0)).map { side in sides.count { $0 == side } }.sorted()
    }

    static let sizes: [(PartitionKind, Int, [Int])] = [
        (.one, 25, [1, 24]), (.one, 5, [1, 4]), (.one, 2, [1, 1]),
        (.minorityThird, 25, [8, 17]), (.minorityThird, 5, [1, 4]), (.minorityThird, 3, [3]),
        (.majority, 25, [12, 13]), (.majority, 5, [2, 3]), (.majority, 4, [2, 2]),
    ]

    @Test(arguments: sizes)
    func cutsOffAsManyNodesAsMaelstromDoes(kind: PartitionKind, nodeCount: Int, sizes: [Int]) {
        for seed in 1...10 as ClosedRange<UInt64> {
            let links = links(kind, nodeCount, seed: seed)
            #expect(sideSizes(links, nodeCount) == sizes)
            let sides = links.sides(nodeCount: nodeCount)
            for source in 0..<nodeCount {
                for destination in 0..<nodeCount {
                    let isCut = links.contains(from: NodeID(source), to: NodeID(destination))
                    #expect(isCut == (sides[source] != sides[destination]))
                }
            }
        }
    }

    @Test(arguments: [3, 4, 5, 7, 10, 25])
    func inARingEveryNodeHearsAMajorityAndNobodyIsCutOff(nodeCount: Int) {
        for seed in 1...10 as ClosedRange<UInt64> {
            let links = links(.majoritiesRing, nodeCount, seed: seed)
            let audible = (0..<nodeCount).map { node in
                (0..<nodeCount).filter { !links.contains(from: NodeID($0), to: NodeID(node)) }
            }
            #expect(audible.allSatisfy { $0.count >= nodeCount / 2 + 1 })
            #expect(audible.enumerated().allSatisfy { $1.contains($0) })
            if nodeCount <= 5 {
                #expect(audible.allSatisfy { $0.count == nodeCount / 2 + 1 })
                #expect(Set(audible).count == nodeCount)
            }
            #expect(sideSizes(links, nodeCount) == [nodeCount])
            #expect(reachesEveryone(audible))
        }
    }

    /// Whether news from any node gets to all, when node i hears those in `audible[i]`.
    private func reachesEveryone(_ audible: [[Int]]) -> Bool {
        var heardBy = [[Int]](repeating: [], count: audible.count)
        for (node, sources) in audible.enumerated() {
            for source in sources { heardBy[source].append(node) }
        }
        return Graph.diameter(heardBy) != nil
    }

    @Test func aRingOfThousandsIsDrawnInAMoment() {
        let links = links(.majoritiesRing, 2_000, seed: 1)
        let heard = (0..<2_000).count { !links.contains(from: NodeID($0), to: NodeID(7)) }
        #expect(heard >= 1_001)
    }

    @Test(arguments: PartitionKind.allCases)
    func aClusterOfOneCannotBeCut(kind: PartitionKind) {
        #expect(links(kind, 1, seed: 1).isEmpty)
    }

    @Test func everyNodeIsIsolatedNowAndThen() {
        var isolated: Set<Int> = []
        for seed in 1...200 as ClosedRange<UInt64> {
            let sides = links(.one, 5, seed: seed).sides(nodeCount: 5)
            if let node = (0..<5).first(where: { node in sides.count { $0 == sides[node] } == 1 }) {
                isolated.insert(node)
            }
        }
        #expect(isolated == [0, 1, 2, 3, 4])
    }
}
