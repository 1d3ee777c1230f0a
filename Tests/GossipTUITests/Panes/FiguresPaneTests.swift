import Testing

@testable import Engine
@testable import GossipTUI

/// What is made to be read across a room.
@Suite struct FiguresPaneTests {
    @Test func `A large number is drawn in blocks`() {
        var canvas = Canvas(columns: 20, rows: 5)
        let number = LargeNumber(text: "7.1")
        number.draw(on: &canvas, column: 0, row: 0, style: .figure)
        #expect(number.columns == 18)
        #expect(
            canvas.text == """
                ██████        ██
                    ██      ████
                    ██        ██
                  ██          ██
                  ██    ██  ██████
                """)
    }

    private func pane() -> FiguresPane {
        FiguresPane(snapshot: Scene.busy(), glyphs: .braille, value: ValueID(1_239))
    }

    @Test func `The figures are the run's, the largest latency and the messages per operation`() {
        let text = drawn(pane(), columns: 44, rows: 36).text
        #expect(text.contains("half of the values within 600 ms"))
        #expect(text.contains("2 of 25"))
        #expect(text.contains("a message with nothing new"))
        #expect(pane().summary(within: 40).spans.map(\.text).joined() == "800 ms  27.8 msgs/op")
    }

    @Test func `With little room numbers are small, and with none nothing is drawn`() {
        #expect(drawn(pane(), columns: 30, rows: 6).text.contains("800 ms"))
        for columns in 0...40 {
            for rows in 0...12 {
                let canvas = drawn(pane(), columns: columns, rows: rows)
                #expect((canvas.columns, canvas.rows) == (columns, rows))
            }
        }
    }

    @Test func `The projector shows the cluster and the figures, if there is room`() {
        let layout = ScreenLayout(columns: 120, rows: 40, nodeCount: 25, arrangement: .projector)
        #expect(layout.slots.map(\.pane) == [.cluster, .figures])
        let small = ScreenLayout(columns: 60, rows: 24, nodeCount: 25, arrangement: .projector)
        #expect(small == ScreenLayout(columns: 60, rows: 24, nodeCount: 25))
    }

    // MARK: The caption

    @Test func `The caption tells of one value until every node knows it`() {
        var snapshot = ClusterSnapshot.example(.grid, nodeCount: 4).knowing([0, 1]).knowing([2])
        let first = ValueID(0)
        #expect(ClusterCaption.following(nil, in: snapshot) == ValueID(1))
        #expect(ClusterCaption.following(first, in: snapshot) == first)
        #expect(
            ClusterCaption(snapshot: snapshot, value: first).text(within: 80).spans.map(\.text)
                .joined() == "n0 got value 0 from a client · 2 of 4 nodes know it after 1,000 ms")
        #expect(
            ClusterCaption(snapshot: snapshot, value: first).text(within: 55).spans.map(\.text)
                .joined() == "n0 got value 0 from a client · 2 of 4 nodes know it")
        snapshot.nodeStates[3] = .down
        snapshot.nodeStates[2] = .down
        #expect(ClusterCaption.following(first, in: snapshot) == ValueID(1))
        // What is stuck is no story.
        let late = ClusterSnapshot.example(.grid, nodeCount: 4).knowing([0]).knowing([1])
        var stuck = late
        stuck.now = Instant(microseconds: 5_000_000)
        #expect(ClusterCaption.following(first, in: stuck) == ValueID(1))
    }

    // MARK: Moving to another topology

    @Test func `Nodes move from their places in one topology to those in another`() {
        let grid = ClusterLayout(topology: .grid, nodeCount: 25, columns: 60, rows: 20)
        let ring = ClusterLayout(topology: .ring, nodeCount: 25, columns: 60, rows: 20)
        func at(_ share: Double) -> [Point] {
            ring.comingFrom(Morph(from: .grid, share: share), columns: 60, rows: 20).positions
        }
        #expect(at(0) == grid.positions)
        #expect(at(1) == ring.positions)
        for (node, point) in at(0.5).enumerated() {
            let (start, end) = (grid.positions[node], ring.positions[node])
            #expect(abs(2 * point.column - start.column - end.column) <= 1)
            #expect(abs(2 * point.row - start.row - end.row) <= 1)
        }
    }

    @Test func `The pace that a machine holds is told when it is too slow, and no longer`() {
        var pace = PaceMeter()
        for _ in 0..<20 {
            pace.note(wanted: .seconds(1), got: .milliseconds(200), in: .milliseconds(33))
        }
        let held = pace.heldSpeed ?? 0
        #expect(abs(held - 0.2 / 0.033) < 0.01)
        for _ in 0..<40 {
            pace.note(wanted: .seconds(1), got: .seconds(1), in: .milliseconds(33))
        }
        #expect(pace.heldSpeed == nil)
    }
}
