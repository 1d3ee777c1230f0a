import Engine
import Testing

@testable import GossipTUI

@Suite struct DashboardMouseTests {
    private var state = Scene.state(Scene.quiet(), columns: 120, rows: 40)

    private func place(of index: Int) -> (column: Int, row: Int) {
        let point = state.clusterLayout.positions[index]
        // The frame and the header are before it.
        return (point.column + 1, point.row + 2)
    }

    private func mouse(_ action: Mouse.Action, _ index: Int, right: Int = 0) -> DashboardAction {
        let place = place(of: index)
        return .point(Mouse(action: action, column: place.column + right, row: place.row))
    }

    @Test func aClickOnANodeOrItsNameSelectsIt() {
        var state = state
        for index in [0, 4, 7, 24] {
            for right in 0...2 {
                #expect(state.apply(mouse(.press, index, right: right)) == nil)
                #expect(state.selectedNode == NodeID(index))
                #expect(state.apply(mouse(.release, index, right: right)) == nil)
            }
        }
    }

    @Test func whereTheNodeIsDrawnIsWhereItIsClicked() {
        let canvas = render(state)
        let place = place(of: 7)
        #expect(canvas[place.column + 1, place.row].glyph == "n")
        #expect(canvas[place.column + 2, place.row].glyph == "7")
    }

    @Test func aClickBesideAllNodesChangesNothing() {
        var state = state
        let before = state.selectedNode
        for (column, row) in [(100, 5), (0, 0), (119, 39), (5, 38)] {
            _ = state.apply(.point(Mouse(action: .press, column: column, row: row)))
            #expect(state.selectedNode == before)
        }
    }

    @Test func draggingFromNodeToNodeCutsTheirLink() {
        var state = state
        _ = state.apply(mouse(.press, 7))
        let link = LinkGroup(
            from: .nodes(NodeSet([NodeID(7)])), to: .nodes(NodeSet([NodeID(12)])), isMutual: true)
        #expect(state.apply(mouse(.release, 12)) == .command(.strike(.cut(link))))
        #expect(state.notice?.hasPrefix("cut n7|n12") == true)
        // The button is up by now.
        #expect(state.apply(mouse(.release, 13)) == nil)
        _ = state.apply(mouse(.press, 0))
        #expect(state.apply(mouse(.release, 24)) == nil)
        #expect(state.notice == "there is no link between n0 and n24")
    }

    @Test func aMenuAndALineAreDeafToTheMouse() {
        var state = state
        let key = Key.mouse(Mouse(action: .press, column: 3, row: 3))
        #expect(state.action(for: key) != nil)
        for mode in [DashboardState.Mode.help, .partitionMenu, .commandLine] {
            state.mode = mode
            #expect(state.action(for: key) == nil)
        }
    }
}
