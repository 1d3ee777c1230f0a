import Engine
import TestSupport
import Testing

/// ACCEPTANCE A.4: every topology has the neighbour lists that Maelstrom gives it.
struct TopologyTests {
    private func lists(_ topology: Topology, _ nodeCount: Int) -> [[Int]] {
        topology.neighbors(nodeCount: nodeCount).map { $0.map(\.index) }
    }

    @Test func theGridOfFiveIsTheOneThatMaelstromSentInARecordedRun() {
        #expect(lists(.grid, 5) == [[1, 3], [0, 2, 4], [1], [0, 4], [1, 3]])
    }

    @Test func theGridOfTwentyFiveHasFourNeighboursInsideAndTwoAtCorners() {
        let grid = lists(.grid, 25)
        #expect(grid[0] == [1, 5])
        #expect(grid[12] == [7, 11, 13, 17])
        #expect(grid[4] == [3, 9])
        #expect(grid[22] == [17, 21, 23])
        #expect(grid.map(\.count).reduce(0, +) == 2 * 40)
    }

    @Test func aGridOfSevenHasARaggedLastRow() {
        #expect(
            lists(.grid, 7) == [[1, 3], [0, 2, 4], [1, 5], [0, 4, 6], [1, 3, 5], [2, 4], [3]])
    }

    @Test func theLineRunsThroughTheNodesInOrder() {
        #expect(lists(.line, 4) == [[1], [0, 2], [1, 3], [2]])
    }

    @Test func theRingClosesTheLine() {
        #expect(lists(.ring, 4) == [[1, 3], [0, 2], [1, 3], [0, 2]])
        #expect(lists(.ring, 2) == [[1], [0]])
        #expect(lists(.ring, 1) == [[]])
    }

    @Test func theStarHasItsHubAtNodeZero() {
        #expect(lists(.star, 4) == [[1, 2, 3], [0], [0], [0]])
        #expect(lists(.star, 1) == [[]])
    }

    @Test func totalLinksEveryPair() {
        #expect(lists(.total, 4) == [[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]])
    }

    @Test(arguments: [(Topology.tree2, 2), (.tree3, 3), (.tree4, 4)])
    func treesAreInHeapOrder(topology: Topology, arity: Int) {
        let tree = lists(topology, 25)
        for child in 1..<25 {
            let parent = (child - 1) / arity
            #expect(tree[child].contains(parent))
            #expect(tree[parent].contains(child))
        }
        #expect(tree.map(\.count).reduce(0, +) == 2 * 24)
        #expect(tree.allSatisfy { $0 == $0.sorted() })
    }

    @Test func theHeapIsDirectedWithDiameterFiveAndTwoSelfLoops() {
        let heap = lists(.heap, 25)
        #expect(heap.allSatisfy { $0.count == 2 })
        #expect(heap[3] == [7, 8])
        #expect(heap[12] == [0, 1])
        #expect(heap.indices.filter { heap[$0].contains($0) } == [23, 24])
        #expect(Graph.diameter(heap) == 5)
    }

    @Test(arguments: Topology.allCases.filter(\.isUndirected), [1, 2, 3, 10, 25, 26])
    func undirectedTopologiesAreSymmetricConnectedAndWithoutSelfLoops(
        topology: Topology, nodeCount: Int
    ) {
        let neighbors = lists(topology, nodeCount)
        for (node, list) in neighbors.enumerated() {
            #expect(list == list.sorted())
            #expect(Set(list).count == list.count)
            #expect(!list.contains(node))
            #expect(list.allSatisfy { neighbors[$0].contains(node) })
        }
        #expect(Graph.diameter(neighbors) != nil)
    }
}
