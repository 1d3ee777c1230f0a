import Engine
import Testing

@testable import GossipTUI

struct ClusterLinksTests {
    /// A canvas's text without the blank rows around it.
    private func trimmed(_ text: String) -> String {
        let isBlank: (Substring) -> Bool = { $0.isEmpty }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
            .joined(separator: "\n")
    }

    @Test("A square of four nodes has its four sides and no diagonals")
    func square() {
        let square = ClusterSnapshot.example(.grid, nodeCount: 4)
        #expect(
            trimmed(square.picture(22, 7).text) == """
                     on0-----on1
                     |       |
                     |       |
                     on2-----on3
                """)
        let dots = square.picture(22, 7, .braille)
        #expect(
            trimmed(dots.text) == """
                     ○n0⠒⠒⠒⠒⠒○n1
                     ⡇       ⡇
                     ⡇       ⡇
                     ○n2⠒⠒⠒⠒⠒○n3
                """)
        #expect(
            trimmed(dots.styleText) == """
                     -ssLLLLL-
                     L       L
                     L       L
                     -  LLLLL-
                """)
        #expect(
            trimmed(square.picture(22, 7, .blocks).text) == """
                     ○n0─────○n1
                     │       │
                     │       │
                     ○n2─────○n3
                """)
    }

    @Test("The heap's arcs have heads at their targets and marks for loops")
    func heap() {
        let heap = ClusterSnapshot.example(.heap, nodeCount: 5)
        #expect(
            trimmed(heap.picture(28, 9).text) == """
                             >on0
                          --/  ^-\\
                       --/     |  --\\
                  &n4o<---------\\---->on1
                                | /--^
                              /--\\  /
                           /--   v /
                      &n3o<------>on2
                """)
        let loops = heap.picture(40, 14, .braille).text
        #expect(loops.contains("↺n3○"))
        #expect(loops.contains("↺n4○"))
        #expect(!loops.contains("n2↺"))
    }

    @Test("A cut link is broken and red, a cross in its middle; whole links stay whole")
    func cutIsDrawn() {
        let cut = ClusterSnapshot.example(.line, nodeCount: 3).cut(off: [2])
        let dots = cut.picture(60, 1, .braille)
        #expect(dots.text == "          ○n0·A⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒○n1·A⠒  ⠒⠒ ╳ ⠒⠒  ⠒○n2·B")
        let styles = dots.styleText
        #expect(styles.filter { $0 == "L" }.count == 13)
        #expect(styles.filter { $0 == "X" }.count == 7)
    }

    @Test("A link blocked in one direction only is cut")
    func oneWayCut() {
        for source in [0, 1] {
            var snapshot = ClusterSnapshot.example(.line, nodeCount: 2)
            snapshot.blockedLinks = .oneWay(from: source)
            #expect(snapshot.picture(40, 1).text.contains("X"))
        }
    }

    @Test("Each cut link has its cross, however many labels it passes below")
    func everyCutHasACross() {
        for topology in [Topology.grid, .line, .ring, .tree2, .tree3, .star] {
            let snapshot = ClusterSnapshot.example(topology, nodeCount: 25)
                .cut(off: [3, 4, 8, 9, 13, 14, 18, 19, 23, 24])
            let cutCount = snapshot.neighbors.enumerated().reduce(0) { count, entry in
                count
                    + entry.element.count {
                        snapshot.sides[entry.offset] != snapshot.sides[$0.index]
                    }
            }
            let picture = snapshot.picture(78, 14, .braille)
            let crosses = picture.text.filter { $0 == "╳" }.count
            #expect(crosses == cutCount / 2, "\(topology)")
        }
    }

    @Test("A single link is a straight line from node to node")
    func linkIsStraight() {
        for glyphs in GlyphSet.allCases {
            for other in 1..<25 {
                var snapshot = ClusterSnapshot.example(.ring, nodeCount: 25)
                snapshot.neighbors = [[NodeID]](repeating: [], count: 25)
                snapshot.neighbors[0] = [NodeID(other)]
                snapshot.neighbors[other] = [NodeID(0)]
                let layout = ClusterLayout(
                    topology: .ring, nodeCount: 25, columns: 64, rows: 22)
                let (from, to) = (layout.positions[0], layout.positions[other])
                let cells = snapshot.picture(64, 22, glyphs).cells(styled: .link)
                #expect(!cells.isEmpty)
                #expect(cells.allSatisfy { isClose($0, from, to) }, "\(glyphs) n\(other)")
                let rows = Set(cells.map(\.row))
                let between = min(from.row, to.row) + 1..<max(from.row, to.row, 1)
                #expect(between.allSatisfy(rows.contains), "\(glyphs) n\(other)")
            }
        }
    }

    /// Whether a cell is less than two cells away from the straight line between two others.
    private func isClose(_ cell: Point, _ from: Point, _ to: Point) -> Bool {
        let across = to.column - from.column
        let down = to.row - from.row
        let area =
            across * (cell.row - from.row) - down * (cell.column - from.column)
        return abs(area) < 2 * max(abs(across), abs(down))
    }

    @Test("Links never cover a node or a name", arguments: Topology.allCases)
    func linksStayBelow(topology: Topology) {
        let snapshot = ClusterSnapshot.example(topology, nodeCount: 25)
        var bare = snapshot
        bare.neighbors = bare.neighbors.enumerated().map { index, neighbors in
            neighbors.filter { $0.index == index }
        }
        let linked = snapshot.picture(78, 14, .braille)
        let unlinked = bare.picture(78, 14, .braille)
        for row in 0..<14 {
            for column in 0..<78 where unlinked[column, row] != .blank {
                #expect(linked[column, row] == unlinked[column, row])
            }
        }
    }

    @Test("Where all links would be a blob, those of the selected node are seen")
    func totalIsNoBlob() {
        let total = ClusterSnapshot.example(.total, nodeCount: 25)
        for (columns, rows) in [(78, 14), (64, 22), (198, 58)] {
            for glyphs in GlyphSet.allCases {
                let picture = total.picture(columns, rows, glyphs, selecting: 6)
                #expect(picture.cells(styled: .link).count * 5 < columns * rows * 3)
            }
        }
        let left = total.picture(64, 22, .braille, selecting: 19)
        let right = total.picture(64, 22, .braille, selecting: 6)
        #expect(left.text != right.text)
    }
}
