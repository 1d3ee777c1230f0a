import Engine
import Testing

@testable import GossipTUI

struct ClusterLayoutTests {
    private func layout(
        _ topology: Topology, _ nodeCount: Int = 25, _ columns: Int = 78, _ rows: Int = 14
    ) -> ClusterLayout {
        ClusterLayout(topology: topology, nodeCount: nodeCount, columns: columns, rows: rows)
    }

    @Test("No two of 25 nodes share a cell, in any topology and size", arguments: Topology.allCases)
    func nodesStandApart(topology: Topology) {
        for (columns, rows) in [(78, 14), (64, 22), (150, 40), (198, 58), (30, 9)] {
            let positions = layout(topology, 25, columns, rows).positions
            #expect(Set(positions).count == 25, "\(columns)x\(rows)")
            let area = Rect(column: 0, row: 0, columns: columns, rows: rows)
            #expect(positions.allSatisfy(area.contains), "\(columns)x\(rows)")
        }
    }

    @Test("The picture is filled from edge to edge", arguments: Topology.allCases)
    func pictureIsFilled(topology: Topology) {
        for (columns, rows) in [(78, 14), (64, 22), (150, 40)] {
            let positions = layout(topology, 25, columns, rows).positions
            let across = positions.map(\.column)
            let down = positions.map(\.row)
            let width = (across.max() ?? 0) - (across.min() ?? 0)
            let height = (down.max() ?? 0) - (down.min() ?? 0)
            #expect(width * 10 >= columns * 7, "\(width) of \(columns)")
            #expect(height * 10 >= rows * 5, "\(height) of \(rows)")
        }
    }

    @Test("Any number of nodes stands inside any area", arguments: Topology.allCases)
    func everythingFitsAnywhere(topology: Topology) {
        for nodeCount in [1, 2, 3, 5, 24, 100, 1_000] {
            for (columns, rows) in [(1, 1), (1, 9), (9, 1), (2, 2), (17, 3), (78, 14)] {
                let positions = layout(topology, nodeCount, columns, rows).positions
                let area = Rect(column: 0, row: 0, columns: columns, rows: rows)
                #expect(positions.count == nodeCount)
                #expect(positions.allSatisfy(area.contains), "\(nodeCount) in \(columns)x\(rows)")
            }
        }
    }

    @Test("A thousand nodes have a cell each where there are cells enough")
    func crowdHasCells() {
        // Grids and trees keep their shape instead.
        for topology in [Topology.line, .ring, .total, .heap, .star] {
            #expect(Set(layout(topology, 1_000).positions).count == 1_000, "\(topology)")
        }
    }

    @Test("A grid has straight rows and columns, the last row ragged")
    func gridIsStraight() {
        let positions = layout(.grid, 23).positions
        for node in 0..<23 {
            #expect(positions[node].row == positions[node / 5 * 5].row)
            #expect(positions[node].column == positions[node % 5].column)
        }
        let rows = Set(positions.map(\.row)).sorted()
        #expect(rows.count == 5)
        #expect(Set(zip(rows, rows.dropFirst()).map { $1 - $0 }).count == 1)
    }

    @Test("A line that fits is one row; a longer one turns at the ends of its rows")
    func lineTurns() {
        #expect(Set(layout(.line, 5).positions.map(\.row)).count == 1)
        #expect(Set(layout(.line, 25, 240, 14).positions.map(\.row)).count == 1)
        let positions = layout(.line).positions
        for (one, next) in zip(positions, positions.dropFirst()) {
            #expect((one.row == next.row) != (one.column == next.column))
        }
    }

    @Test("A ring starts at the top and runs clockwise")
    func ringIsClockwise() {
        let positions = layout(.ring, 24, 64, 23).positions
        #expect(positions[0].row == 0)
        #expect(positions[12].row == 22)
        #expect(positions[6].row == 11 && positions[6].column > positions[0].column)
        #expect(positions[18].row == 11 && positions[18].column < positions[0].column)
    }

    @Test("Each layer of a tree is a row, in order, parents above the middle of their children")
    func treesHaveLayers() {
        for (topology, arity) in [(Topology.tree2, 2), (.tree3, 3), (.tree4, 4)] {
            let positions = layout(topology, 25, 150, 40).positions
            for parent in 0..<25 {
                let children = (1...arity).map { arity * parent + $0 }.filter { $0 < 25 }
                guard let first = children.first, let last = children.last else { continue }
                #expect(children.allSatisfy { positions[$0].row > positions[parent].row })
                #expect(Set(children.map { positions[$0].row }).count == 1)
                let middle = (positions[first].column + positions[last].column) / 2
                #expect(abs(positions[parent].column - middle) <= 1)
            }
            for node in 1..<24 where positions[node].row == positions[node + 1].row {
                #expect(positions[node].column < positions[node + 1].column)
            }
        }
    }

    @Test("The hub of a star is in the middle")
    func hubIsInTheMiddle() {
        let hub = layout(.star, 25, 65, 23).positions[0]
        #expect(hub == Point(column: 32, row: 11))
    }

    @Test("On the grid the selection moves along rows and columns and stops at the edges")
    func selectionOnGrid() {
        let grid = layout(.grid)
        #expect(grid.neighbor(of: NodeID(0), toward: .right) == NodeID(1))
        #expect(grid.neighbor(of: NodeID(0), toward: .down) == NodeID(5))
        #expect(grid.neighbor(of: NodeID(12), toward: .up) == NodeID(7))
        #expect(grid.neighbor(of: NodeID(12), toward: .left) == NodeID(11))
        #expect(grid.neighbor(of: NodeID(4), toward: .right) == NodeID(4))
        #expect(grid.neighbor(of: NodeID(0), toward: .up) == NodeID(0))
    }

    @Test("Every node can be selected from every other with the four directions")
    func selectionReachesAll() {
        for topology in Topology.allCases {
            let layout = layout(topology)
            for start in 0..<25 {
                var reached: Set = [NodeID(start)]
                var frontier = [NodeID(start)]
                while let node = frontier.popLast() {
                    for direction in [DashboardAction.Direction.up, .down, .left, .right] {
                        let next = layout.neighbor(of: node, toward: direction)
                        if reached.insert(next).inserted { frontier.append(next) }
                    }
                }
                #expect(reached.count == 25, "\(topology) from n\(start)")
            }
        }
    }
}
