import Engine
import Testing

@testable import GossipTUI

@Suite struct NodePaneTests {
    private func pane(_ index: Int, _ edit: (inout ClusterSnapshot) -> Void = { _ in }) -> NodePane
    {
        var snapshot = Scene.busy()
        edit(&snapshot)
        return NodePane(snapshot: snapshot, glyphs: .braille, node: NodeID(index))
    }

    private func lines(_ pane: NodePane, columns: Int = 60, rows: Int = 6) -> [String] {
        drawn(pane, columns: columns, rows: rows).text
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func `A node that holds all says so, and has its neighbours and its messages only`() {
        let lines = lines(pane(0))
        #expect(lines[0] == "runs  knows all of the newest 90")
        #expect(lines[1] == "sends to n1, n5")
        #expect(lines[3].hasPrefix("• n0→n5    {1240}"))
        #expect(!lines[4...].contains { !$0.isEmpty })
    }

    @Test func `What a node lacks is named as far as there is room`() {
        // Of the 90 newest the last 10 are with ever fewer nodes: 20, 18 … 2 of 25.
        #expect(lines(pane(24))[0].hasPrefix("runs  knows 80 of the newest 90, lacks {1230 "))
        #expect(lines(pane(24), columns: 40)[0] == "runs  knows 80 of the newest 90")
        #expect(lines(pane(19))[0].contains("lacks {1231 "))
    }

    @Test func `A node that does not work says so in a word`() {
        for (state, word) in [(NodeState.paused, "paused"), (.down, "down")] {
            let pane = pane(7) { $0.nodeStates[7] = state }
            #expect(lines(pane)[0].hasPrefix(word))
            #expect(pane.summary(within: 60).columns <= 60)
        }
    }

    @Test func `Before the first value, and without links, there is something to read`() {
        let pane = pane(3) { snapshot in
            snapshot.recentValues = []
            snapshot.messages = []
            snapshot.neighbors[3] = []
        }
        let lines = lines(pane)
        #expect(lines[0] == "runs  no values yet")
        #expect(lines[1] == "has no links to send over")
        #expect(lines[3] == "Nothing is under way.")
    }

    @Test func `It never leaves its area`() {
        for columns in 0...30 {
            for rows in 0...4 {
                let canvas = drawn(pane(24), columns: columns, rows: rows)
                #expect((canvas.columns, canvas.rows) == (columns, rows))
                #expect(pane(24).summary(within: columns).columns <= columns)
            }
        }
    }

    @Test func `Tab goes through all tabs, and Shift-Tab back`() {
        var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
        let before = render(state).text
        #expect(before.contains("in flight ──"))
        _ = state.apply(.nextDetail)
        #expect(render(state).text.contains("node ── n12, what comes and goes"))
        for _ in Detail.allCases.dropFirst() { _ = state.apply(.nextDetail) }
        #expect(render(state).text == before)
        _ = state.apply(.previousDetail)
        #expect(state.detail == Detail.allCases.last)
    }
}
