import Testing

@testable import Engine

struct NodeTargetTests {
    private func draw(_ target: NodeTarget, _ nodeCount: Int, _ random: inout RandomStream)
        -> NodeSet
    {
        target.draw(nodeCount: nodeCount, random: &random).nodes(nodeCount: nodeCount)
    }

    static let sizes: [(NodeTarget, [Int: Int])] = [
        (.one, [1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 25: 1]),
        (.minorityThird, [1: 0, 2: 0, 3: 0, 4: 1, 5: 1, 25: 8]),
        (.minority, [1: 0, 2: 1, 3: 1, 4: 2, 5: 2, 25: 12]),
        (.majority, [1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 25: 13]),
        (.nodes(.everyone), [1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 25: 25]),
    ]

    @Test(arguments: sizes)
    func aTargetHasTheSizeThatJepsenGivesIt(target: NodeTarget, sizes: [Int: Int]) {
        var random = RandomStream(seed: 1, purpose: .faults)
        for (nodeCount, size) in sizes {
            for _ in 0..<10 { #expect(draw(target, nodeCount, &random).count == size) }
        }
    }

    @Test func everySizeOfASubsetIsEquallyLikelyAndNoneIsEmpty() {
        var random = RandomStream(seed: 2, purpose: .faults)
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<5_000 { counts[draw(.subset, 5, &random).count] += 1 }
        #expect(counts[0] == 0)
        // Binomial with p = 1/5.
        let bound = 4 * (5_000 * 0.2 * 0.8).squareRoot()
        for count in counts[1...] { #expect(abs(Double(count) - 1_000) < bound, "\(counts)") }
    }

    @Test func everyNodeIsStruckEquallyOften() {
        var random = RandomStream(seed: 3, purpose: .faults)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<7_000 {
            for node in draw(.minority, 7, &random) { counts[node.index] += 1 }
        }
        let bound = 4 * (7_000.0 * 3 / 7 * 4 / 7).squareRoot()
        for count in counts { #expect(abs(Double(count) - 3_000) < bound, "\(counts)") }
    }

    @Test func namedNodesAreNotDrawn() {
        var random = RandomStream(seed: 4, purpose: .faults)
        let before = random
        #expect(NodeTarget.nodes(.some(1, 3)).draw(nodeCount: 5, random: &random) == .some(1, 3))
        #expect(random == before)
    }
}
