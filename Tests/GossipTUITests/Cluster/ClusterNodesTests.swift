import Engine
import Testing

@testable import GossipTUI

struct ClusterNodesTests {
    private static let sizes = [(78, 14), (64, 22), (150, 40)]
    private let names = (0..<25).map { "n\($0)" }.sorted()

    @Test("All 25 names are readable, each once", arguments: Topology.allCases)
    func namesAreReadable(topology: Topology) {
        let snapshot = ClusterSnapshot.example(topology, nodeCount: 25)
        for (columns, rows) in Self.sizes {
            let picture = snapshot.picture(columns, rows, .braille)
            #expect(picture.words.sorted() == names, "\(columns)x\(rows)")
        }
    }

    @Test(
        "At any width either all names are readable or none is shown", arguments: Topology.allCases)
    func namesAreAllOrNone(topology: Topology) {
        let whole = ClusterSnapshot.example(topology, nodeCount: 25)
        for snapshot in [whole, whole.cut(off: [0])] {
            for columns in stride(from: 10, through: 90, by: 3) {
                let area = Rect(column: 0, row: 0, columns: columns, rows: 14)
                if ClusterPane.isDense(whole.scenario, in: area) { continue }
                let words = snapshot.picture(columns, 14, .braille).words
                let shown = words.map { $0.filter { !$0.isUppercase } }.filter { !$0.isEmpty }
                #expect(shown.isEmpty || shown.sorted() == names, "\(columns) columns")
            }
        }
    }

    @Test("No glyph stands between two labels without a gap", arguments: Topology.allCases)
    func labelsKeepTheirDistance(topology: Topology) {
        var snapshot = ClusterSnapshot.example(topology, nodeCount: 25).cut(off: [0])
        snapshot.neighbors = [[NodeID]](repeating: [], count: 25)
        for columns in stride(from: 10, through: 90, by: 3) {
            let text = Array(snapshot.picture(columns, 22, .braille).text)
            let isTouching = text.indices.dropFirst().dropLast().contains {
                text[$0] == "○" && text[$0 - 1].isLetter && text[$0 + 1].isLetter
            }
            #expect(!isTouching, "\(columns) columns")
        }
    }

    @Test("In a partition all 25 names and their sides are readable", arguments: Topology.allCases)
    func sidesAreReadable(topology: Topology) {
        let left = [1, 2, 5, 6, 7, 11, 16, 20, 21, 24]
        let snapshot = ClusterSnapshot.example(topology, nodeCount: 25).cut(off: left)
        for (columns, rows) in Self.sizes {
            let words = snapshot.picture(columns, rows, .braille).words
            let shown = words.map { $0.filter { !$0.isUppercase } }.filter { !$0.isEmpty }
            #expect(shown.sorted() == names, "\(columns)x\(rows)")
            let sides = words.joined().filter(\.isUppercase).sorted()
            let expected =
                [Character](repeating: "A", count: 15)
                + [Character](repeating: "B", count: 10)
            #expect(sides == expected, "\(columns)x\(rows)")
        }
    }

    @Test("The side of the partition stands after the name, A being the side of n0")
    func sideFollowsName() {
        let snapshot = ClusterSnapshot.example(.line, nodeCount: 3).cut(off: [1, 2])
        #expect(snapshot.picture(40, 1).text == "      on0:A-- X --on1:B-------on2:B")
        #expect(snapshot.picture(40, 1, .braille).text.contains("n1·B⠒⠒"))
    }

    @Test("A glyph fills with the share of the newest values that a node holds")
    func glyphsFill() {
        var snapshot = ClusterSnapshot.example(.line, nodeCount: 5)
        for value in 0..<8 {
            snapshot = snapshot.knowing((1...4).filter { value < 2 * $0 })
        }
        let line = snapshot.picture(60, 1, .braille)
        #expect(line.text.filter { "○◔◑◕●".contains($0) } == "○◔◑◕●")
        #expect(line.styleText.filter { "MPI".contains($0) } == "MPPPI")
        let console = snapshot.picture(60, 1, .blocks).text
        #expect(console.filter { "○░▒▓█".contains($0) } == "○░▒▓█")
        #expect(snapshot.picture(60, 1).text.filter { "o:=%@".contains($0) } == "o:=%@")
    }

    @Test("One missing value is enough not to be full, one held enough not to be empty")
    func extremesAreExact() {
        var snapshot = ClusterSnapshot.example(.line, nodeCount: 2)
        for value in 0..<8 { snapshot = snapshot.knowing(value == 0 ? [0] : [1]) }
        let line = snapshot.picture(20, 1, .braille).text
        #expect(line.filter { "○◔◑◕●".contains($0) } == "◔◕")
    }

    @Test("Before the first value nobody misses anything")
    func nothingMissedAtFirst() {
        let picture = ClusterSnapshot.example(.line, nodeCount: 2).picture(20, 1, .braille)
        #expect(picture.text == "    ○n0⠒⠒⠒⠒⠒○n1")
        #expect(picture.styleText == "    -ssLLLLL-")
    }

    @Test("Nodes that are down or paused have signs of their own", arguments: Topology.allCases)
    func outagesHaveSigns(topology: Topology) {
        let snapshot = ClusterSnapshot.example(topology, nodeCount: 25)
            .knowing(Array(0..<25)).with([3, 17], .down).with([8], .paused)
        let layout = { ClusterLayout(topology: topology, nodeCount: 25, columns: $0, rows: $1) }
        for (set, signs) in [(GlyphSet.braille, "⊗‖"), (.blocks, "!║"), (.ascii, "!\"")] {
            let signs = Array(signs.unicodeScalars)
            for (columns, rows) in Self.sizes + [(12, 9)] {
                let picture = snapshot.picture(columns, rows, set)
                let cells = layout(columns, rows).positions.map { picture[$0.column, $0.row] }
                #expect(cells[3] == Cell(glyph: signs[0], style: .crashed))
                #expect(cells[17] == Cell(glyph: signs[0], style: .crashed))
                #expect(cells[8] == Cell(glyph: signs[1], style: .paused))
                #expect(cells.count { signs.contains($0.glyph) } == 3, "\(columns)x\(rows)")
            }
        }
    }

    @Test("No sign of a node stands for anything else in the picture", arguments: GlyphSet.allCases)
    func signsAreUnique(set: GlyphSet) {
        let glyphs = ClusterGlyphs(set)
        let others =
            glyphs.node + glyphs.arrows + (glyphs.lines ?? [])
            + [glyphs.useful, glyphs.batch, glyphs.redundant, glyphs.repair, glyphs.cut]
            + [glyphs.selfLoop, glyphs.tag]
        #expect(glyphs.down != glyphs.paused)
        #expect(!others.contains(glyphs.down) && !others.contains(glyphs.paused))
    }

    @Test("Of nodes that share a cell one that is down is seen, or else a paused one")
    func outagesAreSeenInACrowd() {
        let snapshot = ClusterSnapshot.example(.grid, nodeCount: 12).knowing(Array(0..<11))
        let paused = snapshot.with([4], .paused).picture(1, 1, selecting: -1)
        #expect(paused[0, 0] == Cell(glyph: "\"", style: .paused))
        let down = snapshot.with([4], .paused).with([2], .down).picture(1, 1, selecting: -1)
        #expect(down[0, 0] == Cell(glyph: "!", style: .crashed))
    }

    @Test("The name of the selected node stands out; without names, its glyph does")
    func selectionStandsOut() {
        let grid = ClusterSnapshot.example(.grid, nodeCount: 25)
        let roomy = grid.picture(78, 14, selecting: 17)
        let row = roomy.cells(styled: .selected)
        #expect(row.map { roomy[$0.column, $0.row].glyph } == ["n", "1", "7"])
        let tight = grid.picture(20, 9, selecting: 17)
        let layout = ClusterLayout(topology: .grid, nodeCount: 25, columns: 20, rows: 9)
        #expect(!tight.text.contains("n"))
        #expect(tight.cells(styled: .selected) == [layout.positions[17]])
    }

    @Test("Names give way to glyphs when nodes are too many for them")
    func manyNodes() {
        for topology in Topology.allCases {
            let picture = ClusterSnapshot.example(topology, nodeCount: 250)
                .knowing(Array(0..<249)).picture(78, 14, .braille, selecting: 5)
            #expect(!picture.text.contains("n5"), "\(topology)")
            #expect(!picture.cells(styled: .missing).isEmpty, "\(topology)")
        }
    }
}
