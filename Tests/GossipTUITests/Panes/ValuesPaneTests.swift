import Engine
import Testing

@testable import GossipTUI

@Suite struct ValuesPaneTests {
    /// Four nodes; three values, held by all, by n0 and n3, and by nobody but n1.
    private static var snapshot: ClusterSnapshot {
        var snapshot = Scene.quiet(nodeCount: 4)
        snapshot.valueCount = 3
        snapshot.recentValues = [[0, 1, 2, 3], [0, 3], [1]].enumerated().map { index, holders in
            ValueSpread(
                value: ValueID(index), origin: NodeID(0), acceptedAt: .zero,
                holders: NodeSet(holders.map(NodeID.init)))
        }
        return snapshot
    }

    private static let pane = ValuesPane(snapshot: snapshot, glyphs: .braille)

    @Test func `With a row per node, squares show who has what`() {
        let canvas = drawn(Self.pane, columns: 10, rows: 4)
        #expect(canvas.text == "n0 ■■·\nn1 ■·■\nn2 ■··\nn3 ■■·")
        #expect(canvas.styleText == "ll IPM\nll IMP\nll IMM\nll IPM")
    }

    @Test func `With half as many rows, half blocks show two nodes each`() {
        let canvas = drawn(Self.pane, columns: 10, rows: 2)
        #expect(canvas.text == "n0 █▀▄\nn2 █▄·")
    }

    @Test func `With fewer rows still, shades show the share of nodes`() {
        let canvas = drawn(Self.pane, columns: 10, rows: 1)
        #expect(canvas.text == "n0 █▒░")
    }

    @Test func `The last of an odd number of nodes is an upper half`() {
        var snapshot = Scene.quiet(nodeCount: 3)
        snapshot.recentValues = [Scene.spread(of: 0, to: 3)]
        let pane = ValuesPane(snapshot: snapshot, glyphs: .braille)
        #expect(drawn(pane, columns: 10, rows: 2).text == "n0 █\nn2 ▀")
    }

    @Test func `When columns run out the newest values stay`() {
        #expect(drawn(Self.pane, columns: 5, rows: 4).text == "n0 ■·\nn1 ·■\nn2 ··\nn3 ■·")
    }

    @Test func `The summary counts what is not known to all`() {
        #expect(
            plain(Self.pane.summary(within: 80))
                == "3 broadcast  2 not known to all  of the newest 3")
    }
}
