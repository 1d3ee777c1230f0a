import Testing

@testable import GossipTUI

@Suite struct ScreenLayoutTests {
    private static let sizes =
        (1...230).filter { $0 % 9 < 2 }.flatMap { columns in
            (1...70).filter { $0 % 4 == 0 || $0 < 20 }.map { (columns, $0) }
        }

    @Test(arguments: [1, 5, 25, 40, 1_000])
    func `Panes stay between header and footer and share at most an edge`(nodeCount: Int) {
        for (columns, rows) in Self.sizes {
            let layout = ScreenLayout(columns: columns, rows: rows, nodeCount: nodeCount)
            let size = "\(columns)x\(rows)"
            var taken = [Int](repeating: 0, count: columns * rows)
            for slot in layout.slots {
                let inside = slot.frame.inner
                #expect(inside.columns >= 1 && inside.rows >= 1, "\(size) \(slot)")
                #expect(slot.frame.row >= 1, "\(size) \(slot)")
                #expect(
                    slot.frame.column >= 0 && slot.frame.column + slot.frame.columns <= columns,
                    "\(size) \(slot)")
                #expect(
                    slot.frame.row + slot.frame.rows <= layout.footerRow ?? rows, "\(size) \(slot)")
                let first = slot.frame.row + (slot.isFirst ? 0 : 1)
                for row in first..<slot.frame.row + slot.frame.rows {
                    for column in slot.frame.column..<slot.frame.column + slot.frame.columns {
                        taken[row * columns + column] += 1
                    }
                }
            }
            for line in layout.lines {
                #expect((1..<rows).contains(line.row) && line.row != layout.footerRow, "\(size)")
                for column in 0..<columns { taken[line.row * columns + column] += 1 }
            }
            #expect(taken.allSatisfy { $0 <= 1 }, "\(size) with \(nodeCount) nodes overlaps")
        }
    }

    @Test func `No pane is shown twice, and from 80x24 on none is missing`() {
        for (columns, rows) in Self.sizes {
            let layout = ScreenLayout(columns: columns, rows: rows, nodeCount: 25)
            let panes = layout.slots.map(\.pane) + layout.lines.map(\.pane)
            #expect(Set(panes).count == panes.count, "\(columns)x\(rows)")
            if columns >= 80 && rows >= 24 {
                #expect(
                    Set(panes) == Set(PaneKind.allCases).subtracting([.figures]),
                    "\(columns)x\(rows)")
            }
        }
    }

    @Test func `80x24 has the cluster in a frame and a line for each of the others`() {
        let layout = ScreenLayout(columns: 80, rows: 24, nodeCount: 25)
        #expect(layout.slots.map(\.pane) == [.cluster])
        #expect(layout.slots[0].frame.inner.rows == 15)
        #expect(layout.lines.map(\.pane) == [.values, .details, .latency, .traffic])
        #expect(layout.lines.map(\.row) == [18, 19, 20, 21])
    }

    @Test func `120x40 has every pane in a frame`() {
        let layout = ScreenLayout(columns: 120, rows: 40, nodeCount: 25)
        #expect(layout.slots.count == 5)
        #expect(layout.lines.isEmpty)
    }

    @Test func `A tiny screen keeps figures only, the most telling first`() {
        let layout = ScreenLayout(columns: 20, rows: 3, nodeCount: 25)
        #expect(layout.slots.isEmpty)
        #expect(layout.footerRow == nil)
        #expect(layout.lines.map(\.pane) == [.latency, .traffic])
    }
}
