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
        #expect(state.apply(mouse(.release, 12)) == .commands([.strike(.cut(link))]))
        #expect(state.notice?.hasPrefix("cut n7|n12") == true)
        // The button is up by now.
        #expect(state.apply(mouse(.release, 13)) == nil)
        _ = state.apply(mouse(.press, 0))
        #expect(state.apply(mouse(.release, 24)) == nil)
        #expect(state.notice == "there is no link between n0 and n24")
    }

    @Test func draggingAgainHealsTheLink() {
        var state = state
        let link = LinkGroup(
            from: .nodes(NodeSet([NodeID(12)])), to: .nodes(NodeSet([NodeID(7)])), isMutual: true)
        state.snapshot.faults = [.cut(link)]
        _ = state.apply(mouse(.press, 7))
        guard case .commands(let commands) = state.apply(mouse(.release, 12)),
            case .healLinks(let healed) = commands.first
        else { return #expect(Bool(false), "not healed") }
        #expect(healed.isSame(as: link))
    }

    private func drag(from start: Point, to end: Point) -> DashboardEffect? {
        var state = state
        _ = state.apply(
            .point(Mouse(action: .press, column: start.column, row: start.row)))
        return state.apply(.point(Mouse(action: .release, column: end.column, row: end.row)))
    }

    @Test func draggingAcrossLinksCutsThem() {
        // Down between the first and the second column of the grid.
        let left = place(of: 0).column
        let right = place(of: 1).column
        let middle = (left + right) / 2 + 1
        let top = Point(column: middle, row: place(of: 0).row)
        let bottom = Point(column: middle, row: place(of: 20).row)
        guard case .commands(let commands) = drag(from: top, to: bottom) else {
            return #expect(Bool(false), "nothing is cut")
        }
        let pairs = commands.compactMap { command in
            if case .strike(.cut(let links)) = command { "\(links)" } else { nil }
        }
        #expect(pairs == ["n0|n1", "n5|n6", "n10|n11", "n15|n16", "n20|n21"])
        // A click beside the nodes is no drag.
        #expect(drag(from: top, to: top) == nil)
        // Near a node, but to no other.
        let near = Point(column: place(of: 1).column - 2, row: place(of: 1).row + 1)
        let away = Point(column: place(of: 1).column + 9, row: place(of: 1).row + 3)
        guard case .commands(let ones) = drag(from: near, to: away),
            case .strike(.cut(let links)) = ones.first
        else { return #expect(Bool(false), "nothing is cut") }
        #expect("\(links)" == "n1|n6" && ones.count == 1)
        // From the node itself, past its own links.
        let node = Point(column: place(of: 1).column, row: place(of: 1).row)
        #expect(drag(from: node, to: away) == nil)
    }

    @Test func aClickOnATabShowsIt() throws {
        var state = state
        let layout = ScreenLayout(columns: 120, rows: 40, nodeCount: 25)
        let frame = try #require(layout.slots.first { $0.pane == .details }?.frame)
        for tab in TabStrip(frame: frame, state: state).tabs {
            let row = frame.row + frame.rows - 1
            let text = render(state).text.split(separator: "\n", omittingEmptySubsequences: false)
            let shown = text[row].dropFirst(tab.column).prefix(tab.columns)
            #expect(shown == tab.key + tab.detail.tabName)
            _ = state.apply(.point(Mouse(action: .press, column: tab.column, row: row)))
            #expect(state.detail == tab.detail)
        }
    }

    @Test func aClickOnAValueFollowsIt() throws {
        var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
        let layout = ScreenLayout(columns: 120, rows: 40, nodeCount: 25)
        let frame = try #require(layout.slots.first { $0.pane == .values }?.frame)
        // Behind the border, a blank and the names.
        let first = frame.column + 2 + 4
        _ = state.apply(.point(Mouse(action: .press, column: first + 3, row: frame.row + 2)))
        let newest = state.snapshot.recentValues.suffix(frame.columns - 4 - 4)
        #expect(state.selectedValue == newest[newest.startIndex + 3].value)
        #expect(state.detail == .value)
    }

    @Test func theWheelScrollsWhatIsUnderIt() throws {
        var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
        let layout = ScreenLayout(columns: 120, rows: 40, nodeCount: 25)
        let values = try #require(layout.slots.first { $0.pane == .values }?.frame)
        let details = try #require(layout.slots.first { $0.pane == .details }?.frame)
        func wheel(_ action: Mouse.Action, _ frame: Rect) {
            _ = state.apply(
                .point(Mouse(action: action, column: frame.column + 3, row: frame.row + 2)))
        }
        wheel(.wheelUp, values)
        #expect(state.valuesEnd == state.snapshot.valueCount - 3)
        wheel(.wheelDown, values)
        #expect(state.valuesEnd == nil)
        wheel(.wheelUp, details)
        #expect(state.logOffset == 0)
        state.detail = .log
        wheel(.wheelUp, details)
        #expect(state.logOffset == 3)
        wheel(.wheelDown, details)
        #expect(state.logOffset == 0)
    }

    @Test func theHelpAndALineAreDeafToTheMouse() {
        var state = state
        let key = Key.mouse(Mouse(action: .press, column: 3, row: 3))
        #expect(state.action(for: key) != nil)
        for mode in [DashboardState.Mode.help, .commandLine] {
            state.mode = mode
            #expect(state.action(for: key) == nil)
        }
    }
}
