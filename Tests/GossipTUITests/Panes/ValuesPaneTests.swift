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

    @Test func `A node that is down has a flat line, a paused one its sign and its values`() {
        var snapshot = Self.snapshot
        snapshot.nodeStates = [.running, .down, .paused, .running]
        snapshot.recentValues[0].holders.remove(NodeID(1))
        snapshot.recentValues[0].holderCount = 3
        let canvas = drawn(
            ValuesPane(snapshot: snapshot, glyphs: .braille), columns: 10, rows: 4)
        #expect(canvas.text == "n0 ■■·\nn1⊗───\nn2‖■··\nn3 ■■·")
        #expect(canvas.styleText == "ll IPM\nCCCCCC\nZZZIMM\nll IPM")
        let ascii = drawn(ValuesPane(snapshot: snapshot, glyphs: .ascii), columns: 10, rows: 4)
        #expect(ascii.text.contains("n1!") && ascii.text.contains("n2\""))
    }

    @Test func `A row of several nodes is named after the one that is down, or else paused`() {
        var snapshot = Self.snapshot
        snapshot.nodeStates = [.paused, .down, .running, .paused]
        let pane = ValuesPane(snapshot: snapshot, glyphs: .braille)
        #expect(drawn(pane, columns: 10, rows: 2).text == "n1⊗█▀▄\nn3‖█▄·")
        #expect(drawn(pane, columns: 10, rows: 1).text == "n1⊗█▒░")
    }

    @Test func `When all nodes are down nobody knows anything`() {
        var snapshot = Self.snapshot
        snapshot.nodeStates = [NodeState](repeating: .down, count: 4)
        for index in 0..<3 { snapshot.recentValues[index] = Scene.spread(of: index, to: 0) }
        let pane = ValuesPane(snapshot: snapshot, glyphs: .braille)
        #expect(
            plain(pane.summary(within: 80))
                == "3 broadcast  no node is alive to know any  of the newest 3")
        #expect(drawn(pane, columns: 10, rows: 2).text == "n0⊗───\nn2⊗───")
    }

    @Test func `What all live nodes know is known to all that can`() {
        var snapshot = Scene.quiet(nodeCount: 4)
        snapshot.valueCount = 1
        snapshot.recentValues = [Scene.spread(of: 0, to: 3)]
        snapshot.nodeStates[3] = .down
        let pane = ValuesPane(snapshot: snapshot, glyphs: .braille)
        #expect(plain(pane.summary(within: 80)).contains("all known to all live nodes"))
        #expect(drawn(pane, columns: 10, rows: 4)[3, 0].style == .informed)
        snapshot.nodeStates[3] = .paused
        #expect(
            plain(ValuesPane(snapshot: snapshot, glyphs: .braille).summary(within: 80))
                .contains("1 not known to all  "))
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
