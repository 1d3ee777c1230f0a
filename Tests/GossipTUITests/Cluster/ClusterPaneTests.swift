import Engine
import Testing

@testable import GossipTUI

struct ClusterPaneTests {
    private func pane(_ snapshot: ClusterSnapshot, _ glyphs: GlyphSet = .braille) -> ClusterPane {
        ClusterPane(snapshot: snapshot, glyphs: glyphs, selectedNode: NodeID(0))
    }

    @Test("The title counts nodes and links")
    func titleCounts() {
        let grid = ClusterSnapshot.example(.grid, nodeCount: 25)
        #expect(pane(grid).title == "cluster ── 25 nodes, 40 links")
        #expect(pane(grid, .ascii).title == "cluster -- 25 nodes, 40 links")
        let heap = ClusterSnapshot.example(.heap, nodeCount: 25)
        #expect(pane(heap).title == "cluster ── 25 nodes, 50 arcs")
        let total = ClusterSnapshot.example(.total, nodeCount: 25)
        #expect(pane(total).title == "cluster ── 25 nodes, 300 links")
        let single = ClusterSnapshot.example(.grid, nodeCount: 1)
        #expect(pane(single).title == "cluster ── 1 node, 0 links")
    }

    @Test("The title names the sides of a partition and their sizes")
    func titleNamesSides() {
        let cut = ClusterSnapshot.example(.grid, nodeCount: 25).cut(off: Array(13..<25))
        #expect(pane(cut).title == "cluster ── 25 nodes, 40 links, 2 parts: A 13, B 12")
        var shattered = ClusterSnapshot.example(.grid, nodeCount: 9)
        shattered.sides = Array(0..<9)
        #expect(pane(shattered).title == "cluster ── 9 nodes, 12 links, 9 parts")
    }

    @Test("The title says that links are cut when all nodes still reach each other")
    func titleTellsOfCuts() {
        var snapshot = ClusterSnapshot.example(.ring, nodeCount: 4)
        snapshot.blockedLinks = .between([NodeID(0)], [NodeID(1)], nodeCount: 4)
        #expect(pane(snapshot).title == "cluster ── 4 nodes, 4 links, some cut")
    }

    @Test("The title counts the nodes that are down and those that are paused, beside the parts")
    func titleCountsOutages() {
        let grid = ClusterSnapshot.example(.grid, nodeCount: 25).with([3], .down)
        #expect(pane(grid).title == "cluster ── 25 nodes, 40 links, 1 down")
        let cut = grid.with([4, 5], .paused).cut(off: [0])
        #expect(
            pane(cut).title
                == "cluster ── 25 nodes, 40 links, 2 parts: A 1, B 24, 1 down, 2 paused")
        #expect(pane(cut).summary.hasPrefix("25 nodes, 40 links, 2 parts: A 1, B 24, 1 down, 2 p"))
    }

    @Test("The title names what befalls links, and less of all where there is less room")
    func titleNamesImpairments() {
        var snapshot = ClusterSnapshot.example(.grid, nodeCount: 25).with([3], .down).cut(off: [0])
        let link = LinkGroup(
            from: .nodes(NodeSet([NodeID(0)])), to: .nodes(NodeSet([NodeID(1)])), isMutual: false)
        let all = LinkGroup(from: .everyone, to: .everyone, isMutual: true)
        snapshot.faults = [
            .loss(link, share: 0.3), .kill(.nodes(.nodes(NodeSet([NodeID(3)])))),
            .clog(all, by: .milliseconds(500)), .duplication(all, share: 0.5),
        ]
        let pane = pane(snapshot)
        let titles = [200, 100, 90, 75, 10].map { pane.title(within: $0) }
        #expect(
            titles == [
                "cluster ── 25 nodes, 40 links, 2 parts: A 1, B 24, 1 down, "
                    + "loss 0.3 n0>n1, clog 500ms *|*, duplicate 0.5 *|*",
                "cluster ── 25 nodes, 40 links, 2 parts: A 1, B 24, 1 down, "
                    + "loss 0.3, clog 500ms, duplicate 0.5",
                "cluster ── 25 nodes, 40 links, 2 parts, 1 down, loss 0.3, clog 500ms, duplicate 0.5",
                "cluster ── 25 nodes, 2 parts, 1 down, loss 0.3, clog 500ms, duplicate 0.5",
                "cluster ── 25 nodes, 2 parts, 1 down, 3 more",
            ])
        #expect(pane.title == titles[0])
    }

    @Test("The summary says in one line how much is known and under way")
    func summaryIsOneLine() {
        let quiet = ClusterSnapshot.example(.grid, nodeCount: 4)
        #expect(pane(quiet).summary == "4 nodes, 4 links, 0 messages in flight")
        let busy = quiet.knowing([0, 1]).sending(.useful, from: 0, to: 2, hundredths: 50)
        #expect(
            pane(busy).summary
                == "4 nodes, 4 links, 1 message in flight, 2 hold the newest value")
        let later = busy.knowing([1, 3]).cut(off: [3])
        #expect(
            pane(later).summary
                == "4 nodes, 4 links, 2 parts: A 3, B 1, 1 message in flight, "
                + "1 hold all of the newest 2")
    }

    @Test("Only the newest 8 values count")
    func onlyNewestCount() {
        var snapshot = ClusterSnapshot.example(.line, nodeCount: 2).knowing([])
        for _ in 0..<8 { snapshot = snapshot.knowing([0]) }
        #expect(pane(snapshot).summary.hasSuffix("1 hold all of the newest 8"))
        #expect(snapshot.picture(20, 1).text == "    @n0-----on1")
    }

    @Test("Nothing is drawn outside the area, whatever its size and place")
    func areaIsRespected() {
        let mark = Cell(glyph: "#", style: .frame)
        for topology in Topology.allCases {
            for nodeCount in [1, 2, 25, 100] {
                let snapshot = ClusterSnapshot.example(topology, nodeCount: nodeCount)
                    .cut(off: [0]).sending(.useful, from: nodeCount - 1, to: 0, hundredths: 30)
                for (columns, rows) in [(0, 0), (1, 1), (3, 8), (40, 1), (30, 12), (60, 30)] {
                    var canvas = Canvas(columns: 50, rows: 20)
                    canvas.fill(canvas.bounds, with: mark)
                    let area = Rect(column: 5, row: 3, columns: columns, rows: rows)
                    pane(snapshot).draw(on: &canvas, in: area)
                    for row in 0..<20 {
                        for column in 0..<50
                        where !area.contains(Point(column: column, row: row)) {
                            #expect(canvas[column, row] == mark)
                        }
                    }
                }
            }
        }
    }

    @Test("Every inside cell is drawn over, so that nothing of the last frame stays")
    func areaIsCleared() {
        var canvas = Canvas(columns: 20, rows: 5)
        canvas.fill(canvas.bounds, with: Cell(glyph: "#", style: .frame))
        let snapshot = ClusterSnapshot.example(.grid, nodeCount: 4)
        pane(snapshot).draw(on: &canvas, in: canvas.bounds)
        #expect(!canvas.text.contains("#"))
    }
}
