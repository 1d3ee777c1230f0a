import Engine
import Testing

@testable import GossipTUI

@Suite struct PaneTests {
    @Test func `No pane draws outside its area, however small`() {
        let untouched = Cell(glyph: "~", style: .selected)
        var blank = Canvas(columns: 60, rows: 24)
        blank.fill(blank.bounds, with: untouched)
        var crowded = Scene.busy(nodeCount: 25)
        crowded.figures.traffic.serverSendCount = 987_654_321
        for snapshot in [Scene.busy(), Scene.quiet(), crowded, Scene.busy(nodeCount: 300)] {
            let panes: [any Pane] = [
                ValuesPane(snapshot: snapshot, glyphs: .braille),
                InFlightPane(snapshot: snapshot, glyphs: .ascii),
                LatencyPane(snapshot: snapshot, glyphs: .braille),
                TrafficPane(snapshot: snapshot),
            ]
            for pane in panes {
                for columns in 0...44 {
                    for rows in [0, 1, 2, 3, 4, 5, 7, 12] {
                        let area = Rect(column: 6, row: 5, columns: columns, rows: rows)
                        var canvas = blank
                        pane.draw(on: &canvas, in: area)
                        canvas.fill(area, with: untouched)
                        #expect(canvas == blank, "\(type(of: pane)) in \(columns)x\(rows)")
                    }
                }
            }
        }
    }

    @Test func `A summary fits the columns it is given`() {
        for snapshot in [Scene.busy(), Scene.quiet()] {
            let panes: [any Pane] = [
                ValuesPane(snapshot: snapshot, glyphs: .braille),
                InFlightPane(snapshot: snapshot, glyphs: .braille),
                LatencyPane(snapshot: snapshot, glyphs: .braille),
                TrafficPane(snapshot: snapshot),
            ]
            for pane in panes {
                for columns in 24...100 {
                    #expect(pane.summary(within: columns).columns <= columns, "\(type(of: pane))")
                }
            }
        }
    }

    @Test func `A pane without data says what is missing`() {
        let quiet = Scene.quiet()
        let expectations: [(any Pane, String)] = [
            (ValuesPane(snapshot: quiet, glyphs: .braille), "No value yet."),
            (InFlightPane(snapshot: quiet, glyphs: .braille), "Nothing is under way."),
            (LatencyPane(snapshot: quiet, glyphs: .braille), "No value of this stretch"),
            (TrafficPane(snapshot: quiet), "Nothing sent yet."),
        ]
        for (pane, words) in expectations {
            #expect(drawn(pane, columns: 60, rows: 8).text.contains(words))
        }
    }
}

/// What a pane draws on a canvas of its own.
func drawn(_ pane: any Pane, columns: Int, rows: Int) -> Canvas {
    var canvas = Canvas(columns: columns, rows: rows)
    pane.draw(on: &canvas, in: canvas.bounds)
    return canvas
}

/// The text of a styled line.
func plain(_ line: StyledText) -> String { line.spans.map(\.text).joined() }
