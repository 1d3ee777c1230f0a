import Testing

@testable import Engine
@testable import GossipTUI

/// Pictures of clusters with more nodes than there is room for.
@Suite struct DensityPictureTests {
    private let columns = 68
    private let rows = 20

    private func pane(
        _ topology: Topology = .grid, nodeCount: Int = 1_000, knowing holders: [Int] = [],
        _ edit: (inout ClusterSnapshot) -> Void = { _ in }
    ) -> ClusterPane {
        var snapshot = ClusterSnapshot.example(topology, nodeCount: nodeCount).knowing(holders)
        edit(&snapshot)
        return ClusterPane(snapshot: snapshot, glyphs: .braille, selectedNode: NodeID(0))
    }

    private func picture(_ pane: ClusterPane) -> DensityPicture {
        DensityPicture(pane, showing: nil, columns: columns, rows: rows)
    }

    @Test(arguments: Topology.allCases)
    func everyNodeHasItsCellAndNoneIsOutside(topology: Topology) {
        let picture = picture(pane(topology))
        #expect(picture.layout.places.count == 1_000)
        #expect(picture.layout.positions.allSatisfy(picture.canvas.bounds.contains))
        let legend = picture.legend(within: 80).spans.map(\.text).joined()
        #expect(legend.contains(" up to \(picture.nodesPerCell) a cell"))
    }

    @Test func whatIsNearInAGridIsNearInThePicture() {
        let layout = picture(pane()).layout
        for (index, neighbors) in Topology.grid.neighbors(nodeCount: 1_000).enumerated() {
            for neighbor in neighbors {
                let (one, other) = (layout.positions[index], layout.positions[neighbor.index])
                #expect(abs(one.column - other.column) <= 3 && abs(one.row - other.row) <= 1)
            }
        }
    }

    @Test func cellsFillWithTheShareOfTheirNodesThatKnowTheValue() {
        // Two rows of the grid of 32 columns share a row of cells.
        let all = Array(0..<64)
        let upper = Array(160..<192)
        let canvas = picture(pane(knowing: all + upper)).canvas
        let layout = picture(pane()).layout
        func cell(_ node: Int) -> Cell {
            canvas[layout.positions[node].column, layout.positions[node].row]
        }
        let shared = (0..<1_000).filter { layout.positions[$0] == layout.positions[3] }
        #expect(shared == [3, 35])
        #expect(cell(3) == Cell(glyph: "█", style: .informed))
        #expect(cell(999) == Cell(glyph: "·", style: .missing))
        let half = upper.first { node in
            (0..<1_000).contains { $0 != node && layout.positions[$0] == layout.positions[node] }
        }
        #expect(half.map(cell) == Cell(glyph: "▒", style: .partlyInformed))
    }

    @Test func theFrontIsWhereTheValueIsAboutToArrive() {
        let pane = pane(knowing: [500]) { snapshot in
            snapshot = snapshot.sending(.useful, from: 500, to: 504, hundredths: 20)
                .sending(.redundant, from: 500, to: 508, hundredths: 20)
        }
        let picture = picture(pane)
        let front = picture.canvas.cells(styled: .useful)
        #expect(front == [picture.layout.positions[504]])
    }

    @Test func aCutAcrossTheGridIsALineOfCrosses() {
        let canvas = picture(pane { $0 = $0.cut(off: Array(0..<512)) }).canvas
        let cells = canvas.cells(styled: .cut)
        #expect(cells.count == 32)
        #expect(Set(cells.map(\.row)).count == 1)
        #expect(picture(pane()).canvas.cells(styled: .cut).isEmpty)
    }

    @Test func nodesThatAreDownOrPausedStandOut() {
        let canvas = picture(
            pane(knowing: Array(0..<1_000)) { $0 = $0.with([70, 71], .down).with([900], .paused) }
        ).canvas
        #expect(canvas.cells(styled: .crashed).count == 2)
        #expect(canvas.cells(styled: .paused).count == 1)
    }

    @Test func aLaggardIsAHoleInWhatTheOthersKnow() {
        let canvas = picture(
            pane(.star, knowing: (0..<1_000).filter { $0 != 700 })
        ).canvas
        #expect(canvas.cells(styled: .missing).count == 1)
    }

    @Test func thePaneSaysWhatACellStandsForAndTheClickStillFindsTheNode() throws {
        var snapshot = ClusterSnapshot.example(.grid, nodeCount: 1_000)
        snapshot = snapshot.knowing(Array(0..<10))
        var state = Scene.state(snapshot, columns: 120, rows: 40)
        #expect(render(state).text.contains("up to 2 a cell"))
        let area = try #require(state.clusterArea)
        let point = state.clusterLayout.positions[777]
        _ = state.apply(
            .point(
                Mouse(
                    action: .press, column: area.column + point.column,
                    row: area.row + point.row)))
        #expect(state.clusterLayout.positions[state.selectedNode.index] == point)
    }

    @Test func aSmallClusterIsDrawnWithItsLinks() {
        let area = Rect(column: 0, row: 0, columns: columns, rows: rows)
        var scenario = Scenario()
        for (nodeCount, isDense) in [(25, false), (100, false), (1_000, true), (100_000, true)] {
            scenario.nodeCount = nodeCount
            #expect(ClusterPane.isDense(scenario, in: area) == isDense)
        }
    }
}
